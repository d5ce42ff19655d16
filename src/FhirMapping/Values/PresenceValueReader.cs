using Cds.FhirMapping.Cytogenetics;
using Cds.FhirMapping.DataTypes;
using Cds.FhirMapping.Reading;
using Cds.FhirMapping.Resources;
using Cds.FhirMapping.Terminology;
using Cds.Knowledge.Facts;
using Cds.Knowledge.Patients;
using Cds.Knowledge.Values;
using Hl7.Fhir.Model;

namespace Cds.FhirMapping.Values;

/// <summary>
/// Reads findings that are present or absent. A quantitative result decides by the laboratory's interpretation, else by its reference range,
/// else by the limit that the fact cites; without any of them it does not decide.
/// </summary>
internal sealed class PresenceValueReader(ReadingContext context)
{
    /// <summary>Facts whose date is the value that matters.</summary>
    private const string DentalCheck = "dental-check";

    public ReadValue? Read(FactDefinition fact, ObservedResult result, string resource)
    {
        if (result.Value is not { } value) return Decide(fact, Interpretation(result, context), null, resource, noteNothing: !result.HasParts);
        if ((value as FhirBoolean).Truth() is { } yes) return Of(yes);
        if (value is FhirDateTime or Date or Period && fact.Id == DentalCheck) return Of(true);
        if (value.Concept() is { } concept) return ReadConcept(fact, concept, result, resource);
        if (value.Words() is { } text) return ReadText(fact, text, result, resource);
        if (value.PlainNumber() is { } number && fact.Positive.Count == 0 && number >= 0) return Of(number > 0);
        if (value is Quantity quantity && Measurement.ReadQuantity(quantity) is { } measurement) return ReadMeasurement(fact, measurement, result, resource);
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
            Answer said = context.Codes.Find(concept, TargetKind.Answer).Count > 0 ? AnswerReader.Read(concept, context.Codes) : Answer.None;
            if (said == Answer.None && concept.TextElement.Text() is { } text) said = AnswerReader.Read(text);
            if (said == Answer.None) continue;
            if (answer != Answer.None && answer != said) return Answer.Contradictory;
            answer = said;
        }

        return answer;
    }

    private ReadValue? ReadConcept(FactDefinition fact, CodeableConcept concept, ObservedResult result, string resource)
    {
        Answer answer = AnswerReader.Read(concept, context.Codes);
        // A finding as the value of its own kind of test: "osteolysis" as the answer of an imaging observation.
        if (answer == Answer.None && context.Codes.Find(concept, TargetKind.Fact).Contains(fact.Id)) answer = Answer.Positive;
        if (answer == Answer.None && concept.Texts().Select(t => InWords(fact, t)).FirstOrDefault(a => a != Answer.None) is var words && words != Answer.None) answer = words;
        if (answer == Answer.None) answer = Interpretation(result, context);
        return Decide(fact, answer, concept.Name(), resource, noteNothing: true);
    }

    private ReadValue? ReadText(FactDefinition fact, string text, ObservedResult result, string resource)
    {
        Answer answer = InWords(fact, text);
        if (answer == Answer.None) answer = AnswerReader.Read(text);
        if (answer == Answer.None && Measurement.ReadText(text) is { } measurement) return ReadMeasurement(fact, measurement, result, resource);
        if (answer == Answer.None) answer = Interpretation(result, context);
        return Decide(fact, answer, text, resource, noteNothing: true);
    }

    /// <summary>Words that answer only this kind of fact: an isotype as the result of an immunofixation, a karyotype as that of a FISH test.</summary>
    private Answer InWords(FactDefinition fact, string text)
    {
        if (fact.Id is "immunofixation-serum" or "immunofixation-urine")
        {
            Answer answer = AnswerReader.Read(text);
            return answer == Answer.None && IsotypeText.Read(text) is not (null or "non-secretory") ? Answer.Positive : answer;
        }

        if (!IscnReader.Knows(fact.Id)) return Answer.None;
        return IscnReader.Read(text).Where(f => f.FactId == fact.Id).Select(f => Decide(fact, f)).FirstOrDefault();
    }

    /// <summary>The answer of a cytogenetic finding; a bare share of cells is held against the cited cut-off.</summary>
    public Answer Decide(FactDefinition fact, CytogeneticFinding finding) => finding is { Answer: Answer.None, Percent: { } percent }
        ? ByCitedLimit(fact, new Measurement(ValueRange.Exactly(percent), ["%"])) is var answer && answer != Answer.None ? answer : Answer.Indeterminate
        : finding.Answer;

    private ReadValue? ReadMeasurement(FactDefinition fact, Measurement measurement, ObservedResult result, string resource)
    {
        Answer answer = Interpretation(result, context);
        if (answer == Answer.None) answer = ByRange(measurement, result);
        if (answer == Answer.None) answer = ByCitedLimit(fact, measurement);
        if (answer != Answer.None) return Decide(fact, answer, measurement.Text, resource, noteNothing: true);
        context.Notes.NoCutOff(resource, fact.Title, measurement.Text);
        return null;
    }

    private Answer ByRange(Measurement measurement, ObservedResult result)
    {
        var asSent = new FactDefinition { Id = "", Title = new LocalizedText("", ""), Kind = FactKind.Number };
        ReferenceLimits? limits = new ReferenceRangeReader(context.Knowledge.UnitSpellings).Read(result.ReferenceRange, asSent, measurement.Units, context.Sex);
        return limits?.High is { } high ? ToAnswer(measurement.Range.IsMoreThan(high)) : Answer.None;
    }

    private Answer ByCitedLimit(FactDefinition fact, Measurement measurement)
    {
        foreach (string unit in measurement.Units)
        {
            if (!fact.Positive.TryGetValue(unit, out PositiveLimit? limit) && !fact.Positive.TryGetValue(context.Knowledge.UnitSpellings.ToUcum(unit), out limit)) continue;
            return ToAnswer(limit.Inclusive ? measurement.Range.IsAtLeast(limit.Limit) : measurement.Range.IsMoreThan(limit.Limit));
        }

        return Answer.None;
    }

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
                if (noteNothing) context.Notes.NoValue(resource, fact.Title);
                return null;
            default:
                throw new ArgumentOutOfRangeException(nameof(answer), answer, "Add the new answer to PresenceValueReader.");
        }
    }

    private static ReadValue Of(bool present) => new(new PresenceValue(present));
}
