using System.Collections.Frozen;

namespace Cds.FhirMapping.Terminology;

/// <summary>
/// The strength of one piece of a product, by its code or by its text, so that a dose in capsules, tablets or vials can be judged. A product whose
/// strength is not known has none: its dose is then not judged, never guessed.
/// </summary>
internal sealed class ProductStrengths
{
    /// <summary>Ingredient, route, form and strength of a Japanese product; maker and check digit follow.</summary>
    private const int YjStrengthDigits = 9;

    private static readonly string[] Tables = ["products-rxnorm", "products-ndc", "products-japan"];

    private readonly FrozenDictionary<(CodeSystemId System, string Code), ProductStrength> _byCode;
    private readonly FrozenDictionary<(CodeSystemId System, string Code), Concentration> _liquids;
    private readonly IReadOnlyList<(string Name, ProductStrength Strength)> _byName;
    private readonly IReadOnlyList<(string Name, ProductStrength Strength)> _byBrand;
    private readonly DrugNames _drugs;

    public ProductStrengths(DrugNames drugs)
    {
        _drugs = drugs;
        IReadOnlyDictionary<string, string>[] rows = [.. Tables.SelectMany(TerminologyTable.Read)];
        var byCode = new Dictionary<(CodeSystemId, string), ProductStrength>();
        var byName = new Dictionary<string, ProductStrength?>(StringComparer.Ordinal);
        foreach (IReadOnlyDictionary<string, string> row in rows.Where(row => row["amount"].Length > 0))
        {
            ProductStrength strength = StrengthOf(row);
            CodeSystemId system = TableSystem.Of(row["system"]);
            string code = CodeForm.Of(system, row["code"]);
            byCode.TryAdd((system, code), strength);
            if (system != CodeSystemId.Yj) continue;
            byCode.TryAdd((system, code[..YjStrengthDigits]), strength);
            foreach (string name in row["name"].Split(';').Select(TextForm.Normalise))
            {
                // A name that two strengths share says none.
                byName[name] = byName.TryGetValue(name, out ProductStrength? other) && other is { } known && known.Amount != strength.Amount ? null : strength;
            }
        }

        _byBrand = [.. Brands(drugs, rows)];
        foreach (IReadOnlyDictionary<string, string> row in rows.Where(row => row["amount"].Length == 0 && row["system"] is "RxNorm" or "NDC"))
        {
            if (OfBrand(DrugOf(row), TextForm.Normalise(row["name"])) is { } strength) byCode.TryAdd((TableSystem.Of(row["system"]), CodeForm.Of(TableSystem.Of(row["system"]), row["code"])), strength);
        }

        _byCode = byCode.ToFrozenDictionary();
        _liquids = Liquids(rows).ToFrozenDictionary();
        _byName = [.. byName.Where(n => n.Value is not null).Select(n => (n.Key, n.Value!.Value)).OrderByDescending(n => n.Key.Length).ThenBy(n => n.Key, StringComparer.Ordinal)];
    }

    /// <summary>The strength of the product that a code names; null for a substance, a form without strength, and codes that are not known.</summary>
    public ProductStrength? Find(CodeInSystem code)
    {
        string form = CodeForm.Of(code.System, code.Code);
        CodeSystemId system = code.System == CodeSystemId.GeneralNameOrder ? CodeSystemId.Yj : code.System;
        if (_byCode.TryGetValue((system, form), out ProductStrength exact)) return exact;
        return system == CodeSystemId.Yj && form.Length > YjStrengthDigits && _byCode.TryGetValue((system, form[..YjStrengthDigits]), out ProductStrength product) ? product : null;
    }

    /// <summary>
    /// The strength that a product text gives (<c>lenalidomide 10 MG Oral Capsule</c>, <c>ゾメタ点滴静注4mg/100mL</c>); null when it names not exactly one
    /// drug of the knowledge base, no amount, two amounts, or only a concentration.
    /// </summary>
    public ProductStrength? FromText(string text)
    {
        DrugText read = _drugs.Read(text);
        if (read.Drugs.Count != 1 || read.IsLocalForm) return null;
        string drug = read.Drugs[0];
        string normalised = TextForm.Normalise(text);
        if (StrengthText.Read(text) is { } amount) return new ProductStrength(drug, amount.Amount, amount.Unit, amount.Form);
        // Some Japanese product names end in a bare number (サレドカプセル100); it counts only as part of the whole name.
        foreach ((string name, ProductStrength strength) in _byName)
        {
            if (strength.DrugId == drug && char.IsAsciiDigit(name[^1]) && normalised.StartsWith(name, StringComparison.Ordinal)
                && (normalised.Length == name.Length || !(char.IsAsciiDigit(normalised[name.Length]) || normalised[name.Length] == '.'))) return strength;
        }

        // An amount that is there and says no strength (a concentration, two amounts) outweighs the name.
        return normalised.Any(char.IsAsciiDigit) ? null : OfBrand(drug, normalised);
    }

    /// <summary>How much a volume of the product that a code names holds; null for what is no liquid, for a powder, and for codes that are not known.</summary>
    public Concentration? FindLiquid(CodeInSystem code)
    {
        CodeSystemId system = code.System == CodeSystemId.GeneralNameOrder ? CodeSystemId.Yj : code.System;
        return _liquids.TryGetValue((system, CodeForm.Of(code.System, code.Code)), out Concentration liquid) ? liquid : null;
    }

    /// <summary>The same of a product text (<c>zoledronic acid 4 mg/100 mL</c>); null when it names not exactly one drug, or no concentration.</summary>
    public (string DrugId, Concentration Liquid)? LiquidFromText(string text) =>
        StrengthText.Concentration(text) is { } liquid && _drugs.Read(text) is { Drugs: [var drug], IsLocalForm: false } ? (drug, liquid) : null;

    /// <summary>Whether a text names a brand of the drug that comes in one strength only (<c>Prolia</c>).</summary>
    public bool NamesProduct(string drugId, string text) => OfBrand(drugId, TextForm.Normalise(text)) is not null;

    private ProductStrength? OfBrand(string drugId, string normalised)
    {
        foreach ((string name, ProductStrength strength) in _byBrand)
        {
            if (strength.DrugId == drugId && normalised.Contains(name, StringComparison.Ordinal)) return strength;
        }

        return null;
    }

    /// <summary>Concentrations that the names of products print; a name that stands for several products says one where they agree.</summary>
    private static IEnumerable<KeyValuePair<(CodeSystemId System, string Code), Concentration>> Liquids(IReadOnlyDictionary<string, string>[] rows)
    {
        var found = new Dictionary<(CodeSystemId System, string Code), Concentration>();
        foreach (IReadOnlyDictionary<string, string> row in rows.Where(row => row["system"] is "RxNorm" or "NDC" or "YJ"))
        {
            Concentration?[] printed = [.. row["name"].Split(';').Select(StrengthText.Concentration).Distinct()];
            CodeSystemId system = TableSystem.Of(row["system"]);
            if (printed is [{ } liquid]) found.TryAdd((system, CodeForm.Of(system, row["code"])), liquid);
        }

        return found;
    }

    /// <summary>Trade names all of whose products have the same strength.</summary>
    private static IEnumerable<(string Name, ProductStrength Strength)> Brands(DrugNames drugs, IReadOnlyDictionary<string, string>[] rows)
    {
        ILookup<string, (string Name, ProductStrength Strength)> products = rows.Where(row => row["amount"].Length > 0)
            .ToLookup(DrugOf, row => (TextForm.Normalise(row["name"]), StrengthOf(row)), StringComparer.Ordinal);
        foreach ((string name, string drugId) in drugs.OtherNames)
        {
            ProductStrength[] named = [.. products[drugId].Where(product => product.Name.Contains(name, StringComparison.Ordinal)).Select(product => product.Strength)];
            if (named.Length > 0 && named.DistinctBy(strength => (strength.Amount, strength.Unit)).Count() == 1)
                yield return (name, named.DistinctBy(strength => strength.Form).Count() == 1 ? named[0] : named[0] with { Form = null });
        }
    }

    private static string DrugOf(IReadOnlyDictionary<string, string> row) => row["set"]["product-drug-".Length..];

    private static ProductStrength StrengthOf(IReadOnlyDictionary<string, string> row) => new(
        DrugOf(row), decimal.Parse(row["amount"], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture), row["unit"], row["form"]);
}
