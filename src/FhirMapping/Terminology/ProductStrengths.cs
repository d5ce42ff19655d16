using System.Collections.Frozen;
using System.Globalization;

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
    private readonly IReadOnlyList<(string Name, ProductStrength Strength)> _byName;
    private readonly DrugNames _drugs;

    public ProductStrengths(DrugNames drugs)
    {
        _drugs = drugs;
        var byCode = new Dictionary<(CodeSystemId, string), ProductStrength>();
        var byName = new Dictionary<string, ProductStrength?>(StringComparer.Ordinal);
        foreach (IReadOnlyDictionary<string, string> row in Tables.SelectMany(TerminologyTable.Read).Where(row => row["amount"].Length > 0))
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

        _byCode = byCode.ToFrozenDictionary();
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

        return null;
    }

    private static ProductStrength StrengthOf(IReadOnlyDictionary<string, string> row) => new(
        row["set"]["product-drug-".Length..], decimal.Parse(row["amount"], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture), row["unit"], row["form"]);
}
