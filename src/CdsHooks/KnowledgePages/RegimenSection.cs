using System.Globalization;
using Cds.CdsHooks.Localization;
using Cds.Knowledge;
using Cds.Knowledge.Therapy;
using Cds.Knowledge.Values;
using Cds.Knowledge.Criteria;

namespace Cds.CdsHooks.KnowledgePages;

/// <summary>A regimen: drugs with dose, schedule and the source of each dose, dose reductions, evidence.</summary>
internal sealed class RegimenSection(KnowledgeBase knowledge, CriterionWording wording, KnowledgeTitles titles, BookSources sources)
{
    /// <summary>Writes the section.</summary>
    public void Write(BookHtml html, Regimen regimen)
    {
        Language language = html.Language;
        html.OpenRule(regimen.Id, regimen.Id, regimen.Title);
        sources.LocalChanges(html, regimen.Id);
        html.Table(
            BookPhrases.DoseTable,
            [BookPhrases.Drug, BookPhrases.Dose, BookPhrases.Route, BookPhrases.Days, BookPhrases.OfCycles, BookPhrases.Source],
            regimen.Drugs.Select(drug => new[]
            {
                BookCell.Of(titles.Of(drug.Drug, language)),
                BookCell.Lines([Dose(drug, language), .. drug.Remark is { } remark ? [remark.In(language)] : Array.Empty<string>()]),
                BookCell.Of(BookPhrases.Of(drug.Route).In(language)),
                BookCell.Of(DaysOf(drug.Days)),
                BookCell.Of(Cycles(drug)),
                sources.Cited(drug.Source is { } source ? [source] : [], language),
            }));
        if (regimen.CycleDays is { } days) html.Paragraph(BookPhrases.Cycle.With("days", Number(days)).In(language));
        if (regimen.Cycles is { } cycles) html.Paragraph(BookPhrases.Cycles.With("count", Number(cycles)).In(language));
        if (regimen.Duration is { } duration) html.Paragraph(duration.In(language));
        string[] offLabel = [.. knowledge.OffLabelDrugs(regimen)];
        if (offLabel.Length > 0)
        {
            string drugs = string.Join(CardPhrases.ListSeparator.In(language), offLabel.Select(id => titles.Of(id, language)));
            html.Paragraph(BookPhrases.OffLabel.With("drugs", drugs).With("place", knowledge.Approvals.Place).In(language));
        }

        foreach (LocalizedText remark in regimen.Remarks) html.Paragraph(remark.In(language));
        Bands(html, regimen.Drugs.SelectMany(drug => drug.Bands.Select(band => (drug.Drug, band))));
        sources.Evidence(html, regimen.Evidence, CardPhrases.Evidence);
        sources.Close(html, regimen.Id, regimen.Citations, null);
    }

    /// <summary>Dose tables: lower doses for some patients.</summary>
    public void Bands(BookHtml html, IEnumerable<(string Drug, DoseBand Band)> bands) => html.Table(
        BookPhrases.AdjustmentTable,
        [BookPhrases.Drug, BookPhrases.When, BookPhrases.Dose, BookPhrases.Source],
        bands.Select(entry => new[]
        {
            BookCell.Of(titles.Of(entry.Drug, html.Language)),
            BookCell.Of(wording.Of(entry.Band.When), html.Language),
            BookCell.Of(entry.Band.Text.In(html.Language)),
            sources.Cited([entry.Band.Citations[0]], html.Language),
        }));

    private static string Dose(RegimenDrug drug, Language language) =>
        drug.DoseAmount is { } amount ? $"{ValueRange.Exactly(amount)} {drug.DoseUnit}" : BookPhrases.PrescriberChooses.In(language);

    /// <summary>Days with runs shortened: 1-4, 8, 11.</summary>
    private static string DaysOf(IReadOnlyList<int> days)
    {
        var runs = new List<string>();
        for (int i = 0; i < days.Count; i++)
        {
            int end = i;
            while (end + 1 < days.Count && days[end + 1] == days[end] + 1) end++;
            runs.Add(end - i < 2 ? Number(days[i]) : $"{Number(days[i])}-{Number(days[end])}");
            if (end - i >= 2) i = end;
        }

        return string.Join(", ", runs);
    }

    private static string Cycles(RegimenDrug drug) => (drug.FromCycle, drug.ToCycle) switch
    {
        (1, null) => "1-",
        (var from, null) => $"{Number(from)}-",
        (var from, { } to) when from == to => Number(from),
        (var from, { } to) => $"{Number(from)}-{Number(to)}",
    };

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
