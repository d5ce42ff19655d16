using System.Text.Json;
using Cds.CdsHooks.Wire;
using Cds.Knowledge;
using Cds.Knowledge.Recommendations;
using Cds.Knowledge.Values;
using Cds.Knowledge.Criteria;

namespace Cds.CdsHooks.Assessments;

/// <summary>Writes what <c>explain=all</c> adds: every reason with its data, what was left out, and which conditions do not hold.</summary>
internal sealed class ExplanationWriter(KnowledgeBase knowledge, Language language)
{
    private readonly CriterionWording _wording = new(knowledge);

    /// <summary>The reasons of an option in full.</summary>
    public void WriteReasons(Utf8JsonWriter writer, IReadOnlyList<OptionReason> reasons) =>
        writer.WriteArray("explanation", reasons, (target, reason) =>
        {
            target.WriteStartObject();
            if (reason.Code is { } code) target.WriteString("code", code);
            target.WriteString("text", reason.Text.In(language));
            target.WriteArray("basis", reason.Basis, (inner, basis) => BasisWriter.Write(inner, basis, language));
            target.WriteEndObject();
        });

    /// <summary>The options that were left out; for a recommendation that does not apply, the conditions that do not hold.</summary>
    public void WriteLeftOut(Utf8JsonWriter writer, Recommendation recommendation)
    {
        writer.WriteArray("excluded", recommendation.Excluded, WriteExcluded);
        writer.WriteFilledArray("notHolding", recommendation.NotHolding, (target, criterion) => target.WriteStringValue(_wording.Of(criterion).Sentence.In(language)));
    }

    private void WriteExcluded(Utf8JsonWriter writer, ExcludedOption option)
    {
        writer.WriteStartObject();
        writer.WriteString("id", option.Id);
        writer.WriteString("title", option.Title.In(language));
        writer.WriteString("reason", option.Reason.Text.In(language));
        if (option.Reason.Code is { } code) writer.WriteString("reasonCode", code);
        if (option.ListedWhen is { } listed) writer.WriteString("listedWhen", _wording.Of(listed).Sentence.In(language));
        writer.WriteArray("basis", option.Reason.Basis, (target, basis) => BasisWriter.Write(target, basis, language));
        writer.WriteEndObject();
    }
}
