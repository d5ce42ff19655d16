using System.Text;
using Cds.Knowledge.Documents;
using Cds.Knowledge.Therapy;

namespace Cds.CdsHooks.Cards;

/// <summary>One line per option: how it stands, why, what trials showed, what to confirm, where its dose comes from. What the card confirms at its end is not repeated.</summary>
internal sealed class OptionLines(KnowledgeBase knowledge, KnowledgeTitles titles)
{
    /// <summary>The first figures are the main ones; the knowledge book holds all.</summary>
    private const int MostEvidence = 5;

    /// <summary>The options of a recommendation as Markdown list items. Many that complement each other and stand for the same reason share an item.</summary>
    public IReadOnlyList<string> Write(Recommendation recommendation, Language language) => OptionGroups.AreGrouped(recommendation)
        ? [.. OptionGroups.Of(recommendation).Select(group => Group(group, language))]
        : [.. recommendation.Options.Select(option => Write(option, recommendation, language))];

    private static string Group(OptionGroup group, Language language) =>
        $"**{Markdown.Neutralise(OptionGroups.Title(group, language))}** – {CardPhrases.Of(group.Standing).In(language)}: "
        + string.Join(language == Language.Japanese ? "、" : ", ", group.Options.Select(option => Markdown.Neutralise(option.Title.In(language))));

    private string Write(Option option, Recommendation recommendation, Language language)
    {
        var line = new StringBuilder();
        line.Append("**").Append(Markdown.Neutralise(option.Title.In(language))).Append("** – ").Append(CardPhrases.Of(option.Standing).In(language));
        string reasons = string.Join("; ", option.Reasons.Select(reason => Markdown.Neutralise(reason.Text.In(language).TrimEnd('.', '。'))));
        if (reasons.Length > 0) line.Append(": ").Append(reasons);
        IReadOnlyList<Evidence> trials = EvidenceForRule.Of(option.Evidence, recommendation.Definition.Citations);
        foreach (Evidence evidence in trials.Take(MostEvidence)) SubItem(line, EvidenceLine.Write(evidence, language));
        if (trials.Count > MostEvidence) SubItem(line, MoreEvidence(trials.Count, language));
        foreach (LocalizedText confirm in option.ToConfirm.Except(recommendation.ToConfirm)) SubItem(line, $"{CardPhrases.ToConfirm.In(language)}: {confirm.In(language)}");
        if (option.Standing != Standing.Avoid)
        {
            foreach (string remark in DoseRemarks(option, language)) SubItem(line, remark);
        }

        return line.ToString();
    }

    private static string MoreEvidence(int count, Language language) => CardPhrases.MoreRows
        .With("count", (count - MostEvidence).ToString(System.Globalization.CultureInfo.InvariantCulture)).In(language);

    private static void SubItem(StringBuilder line, string text) => line.Append("\n  - ").Append(Markdown.Neutralise(text));

    private IEnumerable<string> DoseRemarks(Option option, Language language)
    {
        foreach (DrugOrder order in option.Orders.OfType<DrugOrder>().Where(order => order.DoseAmount is null).DistinctBy(order => order.DrugId))
        {
            yield return order.DoseMissing.Count == 0
                ? CardPhrases.DoseOpen.With("drug", titles.Of(order.DrugId)).In(language)
                : CardPhrases.DoseNeeds.With("drug", titles.Of(order.DrugId)).With("facts", string.Join(CardPhrases.ListSeparator.In(language), order.DoseMissing.Select(id => titles.Of(id, language)))).In(language);
        }

        if (!knowledge.Regimens.TryGetValue(option.Id, out Regimen? regimen)) yield break;
        IEnumerable<Citation> outside = regimen.Drugs
            .Select(drug => drug.Source)
            .OfType<Citation>()
            .Where(source => !knowledge.Documents[source.Document].IsSource)
            .DistinctBy(source => source.Document);
        foreach (Citation source in outside)
            yield return CardPhrases.DosePublication.With("source", knowledge.Documents[source.Document].ShortName).In(language);
    }
}
