namespace Cds.Knowledge.Loading;

/// <summary>Reads what can be given of a drug: strengths of its pieces, or the step of a solution.</summary>
internal static class DrugFormReader
{
    public static DrugForm Read(YamlEntry entry, Vocabulary vocabulary)
    {
        entry.RequiredText("id");
        string drug = entry.RequiredText("drug");
        if (drug.Length > 0 && !vocabulary.Drugs.Contains(drug)) entry.Unknown("drug", drug, vocabulary.Drugs, "drug");
        var form = new DrugForm
        {
            DrugId = drug,
            Route = entry.Word<Route>("route") ?? entry.Report(Route.Oral, "'route' is missing"),
            Unit = entry.RequiredText("unit"),
            Pieces = [.. entry.Texts("pieces").Select(text => Strength(entry, text))],
            Step = entry.Number("step"),
            LargestBodySurface = entry.Number("largest-body-surface"),
            Sources = CitationReader.Optional(entry, "sources", vocabulary),
        };
        if (form.IsPieces == (form.Pieces.Count == 0)) entry.Defect("either 'pieces' or 'step' has to be given");
        if (form.Step <= 0m) entry.Defect("'step' has to be above 0", "step");
        if (form.Sources.Count == 0 && (form.Pieces.Count > 0 || form.LargestBodySurface is not null)) entry.Defect("strengths and limits need 'sources'");
        entry.Finish();
        return form;
    }

    private static decimal Strength(YamlEntry entry, string text) =>
        decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out decimal strength) && strength > 0m
            ? strength
            : entry.Report(1m, $"'{text}' is no strength", "pieces");
}
