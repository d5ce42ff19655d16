using Cds.FhirMapping.Answers;
using Cds.FhirMapping.Cytogenetics;
using Hl7.Fhir.Model;

namespace Cds.FhirMapping.Values;

/// <summary>
/// Reads findings that are present or absent. A quantitative result decides by the laboratory's interpretation, else by its reference range,
/// else by the limit that the fact cites; without any of them it does not decide.
/// </summary>
internal sealed class PresenceValueReader(ReadingContext context)
{
    /// <summary>The limits of a result that is compared as it was sent, without a unit of the fact's own.</summary>
    private static readonly FactDefinition AsSent = new() { Id = "", Title = new LocalizedText("", ""), Kind = FactKind.Number };

    private readonly ReferenceRangeReader _ranges = new(context);

    public ReadValue? Read(FactDefinition fact, ObservedResult result, string resource, ClinicalDate? on)
    {
        if (result.Value is not { } value) return Decide(fact, Interpretation(result, context), null, resource, noteNothing: !result.HasParts);
        if ((value as FhirBoolean).Truth() is { } yes) return Of(yes);
        if (value is FhirDateTime or Date or Period && fact.IsExamination) return Of(true);
        if (value.Concept() is { } concept) return ReadConcept(fact, concept, result, resource);
        if (value.Words() is { } text) return ReadText(fact, text, result, resource, on);
        if (value.PlainNumber() is { } number && fact.Positive.Count == 0 && number >= 0) return Of(number > 0);
        if (value is Quantity quantity && Measurement.ReadQuantity(quantity) is { } measurement) return ReadMeasurement(fact, measurement, result, resource, on);
        context.Notes.Unreadable(resource, fact.Title, value.MemberName());
        return null;
    }

    /// <summary>What the interpretation flags say; high and low are no answers to whether something is there.</summary>
    public static Answer Interpretation(ObservedResult result, ReadingContext context)
    {
        Answer answer = Answer.None;
        foreach (CodeableConcept concept in result.Interpretation)
        {
            context.See(concept);
            Answer said = AnswerReader.OfCodes(concept, context.Codes);
            if (said == Answer.None && concept.TextElement.Text() is { } text) said = AnswerReader.Read(text);
            if (said == Answer.None) continue;
            if (answer != Answer.None && answer != said) return Answer.Contradictory;
            answer = said;
        }

        return answer;
    }

    /// <summary>The answer of a cytogenetic finding; a share of cells is held against the cut-off.</summary>
    public static Answer Decide(FactDefinition fact, CytogeneticFinding finding)
    {
        Answer answer = finding.Share is { } share ? WithShare(fact, finding.Answer, share) : finding.Answer;
        return answer == Answer.None ? Answer.Indeterminate : answer;
    }

    private ReadValue? ReadConcept(FactDefinition fact, CodeableConcept concept, ObservedResult result, string resource)
    {
        Answer answer = AnswerReader.OfCodes(concept, context.Codes);
        // A finding as the value of its own kind of test: "osteolysis" as the answer of an imaging observation.
        if (answer == Answer.None && context.Codes.Find(concept, TargetKind.Fact).Contains(fact.Id)) answer = Answer.Positive;
        if (answer == Answer.None) answer = AnswerReader.Joined(concept.Texts().Select(text => InWords(fact, text)));
        return Decide(fact, WithInterpretation(answer, result), concept.Name(), resource, noteNothing: true);
    }

    private ReadValue? ReadText(FactDefinition fact, string text, ObservedResult result, string resource, ClinicalDate? on)
    {
        Answer answer = InWords(fact, text);
        if (answer == Answer.None && Measurement.ReadText(text) is { } measurement) return ReadMeasurement(fact, measurement, result, resource, on);
        return Decide(fact, WithInterpretation(answer, result), text, resource, noteNothing: true);
    }

    private Answer InWords(FactDefinition fact, string text)
    {
        AnswerReading reading = context.Answers.Read(fact, text);
        Answer answer = AnswerReader.Of(reading.Meaning);
        return reading.Share is { } share && IscnReader.Knows(fact.Id) ? WithShare(fact, answer, share) : answer;
    }

    /// <summary>An interpretation answers where the value does not; one that says the opposite of the value makes both doubtful.</summary>
    private Answer WithInterpretation(Answer answer, ObservedResult result)
    {
        if (result.Interpretation.Count == 0 || answer is Answer.Indeterminate or Answer.Contradictory) return answer;
        return AnswerReader.Joined([answer, Interpretation(result, context)]);
    }

    /// <summary>
    /// An answer beside a share of cells: the laboratory's own cut-off counts, else the cited one. Below it even "detected" is no finding that a risk may rest on; a
    /// denial beside a share above it contradicts itself.
    /// </summary>
    private static Answer WithShare(FactDefinition fact, Answer said, CellShare share)
    {
        Answer byShare = share.CutOff is { } own ? ToAnswer(share.Percent.IsAtLeast(own))
            : fact.Positive.TryGetValue("%", out PositiveLimit? limit) ? Against(limit, share.Percent)
            : Answer.None;
        return (said, byShare) switch
        {
            (Answer.None, _) => byShare,
            (Answer.Positive, Answer.Negative) => Answer.Negative,
            (Answer.Negative, Answer.Positive) => Answer.Indeterminate,
            _ => said,
        };
    }

    private ReadValue? ReadMeasurement(FactDefinition fact, Measurement measurement, ObservedResult result, string resource, ClinicalDate? on)
    {
        Answer answer = Interpretation(result, context);
        if (answer == Answer.None) answer = ByRange(fact, measurement, result, resource, on);
        if (answer == Answer.None) answer = ByCitedLimit(fact, measurement);
        if (answer != Answer.None) return Decide(fact, answer, measurement.Text, resource, noteNothing: true);
        context.Notes.NoCutOff(resource, fact.Title, measurement.Text);
        return null;
    }

    private Answer ByRange(FactDefinition fact, Measurement measurement, ObservedResult result, string resource, ClinicalDate? on)
    {
        ReferenceLimits? limits = _ranges.Read(result.ReferenceRange, AsSent, measurement.Units, on);
        if (limits?.High is { } high) return ToAnswer(limits.HighExcluded ? measurement.Range.IsAtLeast(high) : measurement.Range.IsMoreThan(high));
        if (limits?.IsUnreadable == true) context.Notes.UnreadableRange(resource, fact.Title);
        return Answer.None;
    }

    private Answer ByCitedLimit(FactDefinition fact, Measurement measurement)
    {
        foreach (string unit in measurement.Units)
        {
            if (!fact.Positive.TryGetValue(unit, out PositiveLimit? limit) && !fact.Positive.TryGetValue(context.Knowledge.UnitSpellings.ToUcum(unit), out limit)) continue;
            return Against(limit, measurement.Range);
        }

        return Answer.None;
    }

    private static Answer Against(PositiveLimit limit, ValueRange range) => ToAnswer(limit.Inclusive ? range.IsAtLeast(limit.Limit) : range.IsMoreThan(limit.Limit));

    private static Answer ToAnswer(Truth truth) => truth switch
    {
        Truth.True => Answer.Positive,
        Truth.False => Answer.Negative,
        Truth.Unknown => Answer.Indeterminate,
        _ => throw new ArgumentOutOfRangeException(nameof(truth), truth, "Add the new truth value."),
    };

    private ReadValue? Decide(FactDefinition fact, Answer answer, string? said, string resource, bool noteNothing)
    {
        switch (answer)
        {
            case Answer.Positive:
                return Of(true);
            case Answer.Negative:
                return Of(false);
            case Answer.Indeterminate:
                context.Notes.Indeterminate(resource, fact.Title, said);
                return null;
            case Answer.Contradictory:
                context.Notes.ContradictoryAnswer(resource, fact.Title);
                return null;
            case Answer.None:
                if (noteNothing && said is not null) context.Notes.UnknownCode(resource, fact.Title, said);
                else if (noteNothing) context.Notes.NoValue(resource, fact.Title);
                return null;
            default:
                throw new ArgumentOutOfRangeException(nameof(answer), answer, "Add the new answer to PresenceValueReader.");
        }
    }

    private static ReadValue Of(bool present) => new(new PresenceValue(present));
}
