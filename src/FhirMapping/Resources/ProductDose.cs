using Cds.FhirMapping.Values;

namespace Cds.FhirMapping.Resources;

/// <summary>
/// Brings one dose of a drug record into an amount of the drug: capsules, tablets and vials by the strength of the product, liquids by what a volume of it holds. What cannot be brought so stays
/// as it came, and says why.
/// </summary>
internal sealed class ProductDose(ReadingContext context)
{
    private readonly StrengthOfProduct _strengths = new(context);

    /// <summary>The dose of one drug of a record.</summary>
    public DrugDose Of(string drugId, ResourceEntry entry, DosageReading dosage)
    {
        if (dosage.Amount is not { } amount)
        {
            // A record without a dose has that of one piece only where one dose is one piece.
            return dosage.HasOtherDose ? new DrugDose(null, null, UnreadPart.Dose, null)
                : _strengths.OfOneDose(drugId, Product()) is { } only ? new DrugDose(only.Amount, only.Unit, null, null)
                : new DrugDose(null, null, null, null);
        }

        if (dosage.HasOtherDose) return Raw(amount, dosage, UnreadPart.Dose);
        if (DoseUnits.IsMass(dosage.Unit) && (dosage.UnitText is null || dosage.UnitText == dosage.Unit)) return new DrugDose(amount, dosage.Unit, null, null);
        bool inPieces = PieceUnits.Contains(dosage.Unit) || (dosage.UnitText is not null && PieceUnits.Contains(dosage.UnitText));
        string?[] measured = [Measured(dosage.Unit), Measured(dosage.UnitText)];
        string[] units = [.. measured.OfType<string>().Distinct()];
        if (units.Length > 1 || (units.Length == 1 && inPieces)) return Raw(amount, dosage, UnreadPart.DoseUnit);
        if (units.Length == 1) return new DrugDose(amount, units[0], null, null);
        if (inPieces)
        {
            return _strengths.Find(drugId, Product()) is { } strength
                ? new DrugDose(amount * strength.Amount, strength.Unit, null, Written(amount, dosage))
                : Raw(amount, dosage, UnreadPart.Strength);
        }

        if ((VolumeUnits.MillilitresIn(context.Knowledge.UnitSpellings, dosage.Unit) ?? VolumeUnits.MillilitresIn(context.Knowledge.UnitSpellings, dosage.UnitText)) is { } millilitres
            && context.Knowledge.Drugs[drugId].Forms.Any(form => form.Route != Route.Oral))
        {
            return _strengths.FindLiquid(drugId, Product()) is { } liquid
                ? new DrugDose(liquid.In(amount * millilitres), liquid.Unit, null, Written(amount, dosage))
                : Raw(amount, dosage, UnreadPart.Strength);
        }

        // Of a drug of which one dose is one piece, whatever is counted is one container.
        return amount == 1m && _strengths.OfOneDose(drugId, Product()) is { } container
            ? new DrugDose(container.Amount, container.Unit, null, Written(amount, dosage))
            : Raw(amount, dosage, UnreadPart.DoseUnit);

        NamedMedication Product() => new(context, entry.Resource);
    }

    private DrugDose Raw(decimal amount, DosageReading dosage, UnreadPart part) =>
        new(amount, dosage.Unit is { } unit ? context.Knowledge.UnitSpellings.ToUcum(unit) : null, part, Written(amount, dosage));

    private string? Measured(string? unit) => unit is null || PieceUnits.Contains(unit) ? null : DoseUnits.Find(context.Knowledge.UnitSpellings, unit);

    /// <summary>For readers: the braces of UCUM annotations mean nothing to them.</summary>
    private static string Written(decimal amount, DosageReading dosage) =>
        $"{amount.ToString("0.######", CultureInfo.InvariantCulture)} {(dosage.UnitText ?? dosage.Unit)?.Trim('{', '}')}".TrimEnd();
}

/// <summary>One dose of a drug as far as a record tells it.</summary>
/// <param name="Amount">Amount; null for none.</param>
/// <param name="Unit">UCUM unit; as it was sent where <paramref name="Unread"/> is set.</param>
/// <param name="Unread">Why it cannot be judged; null when it can, and when none is given.</param>
/// <param name="Written">The dose as written, where the amount was worked out or cannot be judged.</param>
internal readonly record struct DrugDose(decimal? Amount, string? Unit, UnreadPart? Unread, string? Written);
