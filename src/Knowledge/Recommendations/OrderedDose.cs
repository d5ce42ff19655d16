using Cds.Knowledge.Evaluation;
using Cds.Knowledge.Facts;
using Cds.Knowledge.Values;

namespace Cds.Knowledge.Recommendations;

/// <summary>
/// Works out a dose by weight or body surface with its cap and says it in the order's text; the ordered dose stays per kilogram or square metre
/// unless the cap replaces it.
/// </summary>
internal static class OrderedDose
{
    public static DrugOrder For(PatientContext patient, DrugOrder order)
    {
        (string Fact, string Unit)? body = order.DoseUnit switch
        {
            "mg/kg" => ("weight", "kg"),
            "mg/m2" => ("body-surface-area", "m2"),
            _ => null,
        };
        if (body is not { } measure || order.DoseAmount is not { } amount || !patient.Knowledge.Facts.TryGetValue(measure.Fact, out FactDefinition? fact)) return order;
        if (patient.Read(fact.Id, FactTime.Current).Range?.Exact is not { } size) return order;
        decimal milligrams = Math.Round(amount * size, 1, MidpointRounding.AwayFromZero);
        bool capped = order.MaximumDose is { } cap && milligrams > cap;
        decimal dose = capped ? order.MaximumDose!.Value : milligrams;
        string text = ValueRange.Exactly(dose) + " mg";
        string by = $"{ValueRange.Exactly(Math.Round(size, 2))} {measure.Unit}";
        DrugOrder worked = order with
        {
            Text = new LocalizedText(
                $"{order.Text.En} (= {text} at {by}{(capped ? ", the maximum" : "")})",
                $"{order.Text.Ja}（{by} で {text}{(capped ? "、上限" : "")}）"),
        };
        return capped ? worked with { DoseAmount = dose, DoseUnit = "mg" } : worked;
    }
}
