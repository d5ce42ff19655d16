using Cds.FhirMapping.Values;
using Hl7.Fhir.Model;

namespace Cds.FhirMapping.Resources;

/// <summary>
/// How much of a drug one piece of a prescribed product holds: by its code, its text, or the strength of its ingredient. Where two of them differ, nobody
/// can tell which is right, and there is none.
/// </summary>
internal sealed class StrengthOfProduct(ReadingContext context)
{
    /// <summary>Amount and UCUM unit of one piece; null when it is not known.</summary>
    public (decimal Amount, string Unit)? Find(string drugId, NamedMedication product)
    {
        IReadOnlyList<Medication.IngredientComponent> ingredients = product.Medication?.Ingredient ?? [];
        IEnumerable<CodeInSystem> codes = product.Concept.Codes().Concat(ingredients.SelectMany(ingredient => (ingredient.Item as CodeableConcept).Codes()));
        string[] texts = [.. product.Texts, .. ingredients.SelectMany(ingredient => (ingredient.Item as CodeableConcept).Texts())];
        (decimal Amount, string Unit)[] found =
        [
            .. codes.Select(code => context.Recognisers.Strengths.Find(code)).Concat(texts.Select(context.Recognisers.Strengths.FromText)).OfType<ProductStrength>()
                .Where(strength => strength.DrugId == drugId).Select(strength => (strength.Amount, strength.Unit)),
            .. ingredients.Select(ingredient => OfIngredient(drugId, ingredient, ingredients.Count)).OfType<(decimal, string)>(),
        ];
        (decimal Amount, string Unit)[] different = [.. found.Select(InMilligrams).Distinct()];
        return different.Length switch
        {
            1 => different[0],
            _ => null,
        };
    }

    /// <summary>How much a volume of the product holds; null when it is not known, and where two places differ.</summary>
    public Concentration? FindLiquid(string drugId, NamedMedication product)
    {
        IReadOnlyList<Medication.IngredientComponent> ingredients = product.Medication?.Ingredient ?? [];
        IEnumerable<Concentration> coded = product.Concept.Codes().Select(context.Recognisers.Strengths.FindLiquid).OfType<Concentration>();
        IEnumerable<Concentration> printed = product.Texts.Select(context.Recognisers.Strengths.LiquidFromText).OfType<(string DrugId, Concentration Liquid)>()
            .Where(found => found.DrugId == drugId).Select(found => found.Liquid);
        Concentration[] different = [.. coded.Concat(printed).Concat(ingredients.Select(i => LiquidOf(drugId, i, ingredients.Count)).OfType<Concentration>()).Distinct()];
        return different is [var only] ? only : null;
    }

    /// <summary>The strength of one piece of a drug of which one dose is one piece; null for other drugs, and where it is not known.</summary>
    public (decimal Amount, string Unit)? OfOneDose(string drugId, NamedMedication product) => context.Knowledge.Drugs[drugId].IsOnePieceADose ? Find(drugId, product) : null;

    /// <summary>The strength that a Medication gives for its ingredient: a mass in one piece. In a volume it says how strong a liquid is.</summary>
    private (decimal Amount, string Unit)? OfIngredient(string drugId, Medication.IngredientComponent ingredient, int ingredients)
    {
        if (!IsOurs(drugId, ingredient) && ingredients > 1) return null;
        if (DoseQuantity.Of(ingredient.Strength?.Numerator) is not { Amount: > 0, Unit: { } sent } mass || DoseUnits.Mass(context.Knowledge.UnitSpellings, sent) is not { } unit) return null;
        Quantity? denominator = ingredient.Strength?.Denominator;
        DoseQuantity? sentPieces = denominator?.ValueElement.Number() is null ? new DoseQuantity(1m, null, null) : DoseQuantity.Of(denominator);
        if (sentPieces is not { Amount: > 0 } pieces || !DoseQuantity.IsUsable(mass.Amount / pieces.Amount)) return null;
        bool perPiece = pieces.Unit is null || PieceUnits.Contains(pieces.Unit) || PieceUnits.Contains(pieces.UnitText);
        return perPiece ? (mass.Amount / pieces.Amount, unit) : null;
    }

    /// <summary>What a Medication says of its ingredient in a volume.</summary>
    private Concentration? LiquidOf(string drugId, Medication.IngredientComponent ingredient, int ingredients)
    {
        if (!IsOurs(drugId, ingredient) && ingredients > 1) return null;
        if (DoseQuantity.Of(ingredient.Strength?.Numerator) is not { Amount: > 0, Unit: { } sent } mass || DoseUnits.Mass(context.Knowledge.UnitSpellings, sent) is not { } unit) return null;
        if (DoseQuantity.Of(ingredient.Strength?.Denominator) is not { Amount: > 0 } volume) return null;
        return (VolumeUnits.MillilitresIn(context.Knowledge.UnitSpellings, volume.Unit) ?? VolumeUnits.MillilitresIn(context.Knowledge.UnitSpellings, volume.UnitText)) is { } millilitres
            ? new Concentration(mass.Amount, unit, volume.Amount * millilitres)
            : null;
    }

    private bool IsOurs(string drugId, Medication.IngredientComponent ingredient) =>
        ingredient.Item is CodeableConcept item && context.Recognisers.Drugs.Recognise([.. item.Codes()], [.. item.Texts()]).DrugIds.Contains(drugId);

    private static (decimal Amount, string Unit) InMilligrams((decimal Amount, string Unit) strength) => strength.Unit switch
    {
        "g" => (strength.Amount * 1000m, "mg"),
        "ug" when strength.Amount >= 1000m => (strength.Amount / 1000m, "mg"),
        _ => strength,
    };
}
