namespace Cds.Knowledge.Therapy;

/// <summary>What has to be asked about drugs of which nobody can tell whether they are still taken: one sentence for each old order, so many that they can be read.</summary>
internal static class UnclearRuns
{
    private const int MostOfOneDrug = LongBasis.MostOfOneFact;

    /// <summary>Drug and sentence, in the order of the record.</summary>
    public static IReadOnlyList<(string DrugId, LocalizedText Text)> Of(KnowledgeBase knowledge, TherapyHistory therapy)
    {
        var texts = new List<(string, LocalizedText)>();
        foreach (IGrouping<string, string> drug in therapy.Ongoing.Where(ongoing => ongoing.Period.Running == Truth.Unknown)
            .Select(ongoing => (ongoing.Record.DrugId, Date: ongoing.Record.Start?.Text ?? "?")).Distinct().GroupBy(order => order.DrugId, order => order.Date))
        {
            LocalizedText title = knowledge.Drugs[drug.Key].Title;
            string[] dates = [.. drug];
            texts.AddRange(dates.Take(MostOfOneDrug).Select(date => (drug.Key, EvaluationTexts.RunUnclear.With("drug", title).With("date", date))));
            if (dates.Length > MostOfOneDrug)
                texts.Add((drug.Key, EvaluationTexts.FurtherUnclearRuns.With("drug", title).With("count", (dates.Length - MostOfOneDrug).ToString(CultureInfo.InvariantCulture))));
        }

        return texts;
    }
}
