using Cds.FhirMapping.Numbers;
using Hl7.Fhir.Model;

namespace Cds.FhirMapping.Values;

/// <summary>Reads counts and amounts that were reported in words: present means at least one, absent means none; a note says why nothing was read.</summary>
internal sealed class NumberAnswers(ReadingContext context)
{
    private static readonly string[] Bounds = ["<", "≤", "未満", "以下"];

    /// <summary>The value that the answer stands for.</summary>
    /// <param name="fact">The fact.</param>
    /// <param name="result">The result, which is no number.</param>
    /// <param name="resource">The resource, for notes.</param>
    /// <param name="number">Why its text is no number; null when it is no text.</param>
    public ReadValue? Read(FactDefinition fact, ObservedResult result, string resource, FactNumber? number)
    {
        if (number?.Fault == FactNumberFault.Implausible)
        {
            context.Notes.Implausible(resource, fact.Title, number.Measurement!.Value.Text);
            return null;
        }

        switch (AnswerOf(fact, result))
        {
            case Answer.Positive when fact.Kind == FactKind.Count:
                return new ReadValue(new QuantityValue(ValueRange.AtLeast(1m)));
            case Answer.Negative when fact.Kind == FactKind.Count || IsNone(fact, result.Value.Words(), number):
                return new ReadValue(new QuantityValue(ValueRange.Exactly(0m)));
            case Answer.Indeterminate when number?.Measurement is null:
                context.Notes.Indeterminate(resource, fact.Title, result.Value.Words() ?? result.Value.Concept().Name());
                return null;
            case Answer.Contradictory:
                context.Notes.ContradictoryAnswer(resource, fact.Title);
                return null;
            default:
                NoteNothing(fact, result, resource, number);
                return null;
        }
    }

    private Answer AnswerOf(FactDefinition fact, ObservedResult result)
    {
        DataType? value = result.Value;
        if ((value as FhirBoolean).Truth() is { } yes) return yes ? Answer.Positive : Answer.Negative;
        if (value.Words() is { } text) return InWords(fact, text);
        if (value.Concept() is { } concept)
            return AnswerReader.OfCodes(concept, context.Codes) is var coded && coded != Answer.None ? coded : AnswerReader.Joined(concept.Texts().Select(said => InWords(fact, said)));
        return value is null ? PresenceValueReader.Interpretation(result, context) : Answer.None;
    }

    private Answer InWords(FactDefinition fact, string text) => AnswerReader.Of(context.Answers.Read(fact, text).Meaning);

    /// <summary>"1.2 g/dL, no second band" denies the second band, not the protein: beside a number other than a bound nothing is none.</summary>
    private static bool IsNone(FactDefinition fact, string? text, FactNumber? number)
    {
        if (!fact.AbsentIsZero) return false;
        if (text is null || number?.Measurement?.Range.Exact == 0m) return true;
        if (number?.Measurement is not null) return false;
        string form = NumberForm.Of(text);
        return !form.Any(char.IsAsciiDigit) || Array.Exists(Bounds, bound => form.Contains(bound, StringComparison.Ordinal));
    }

    private void NoteNothing(FactDefinition fact, ObservedResult result, string resource, FactNumber? number)
    {
        switch (number?.Fault)
        {
            case FactNumberFault.NoUnit:
                context.Notes.NoUnit(resource, fact.Title);
                break;
            case FactNumberFault.Unit:
                context.Notes.Unit(resource, fact.Title, number.Measurement!.Value.Units[0], fact.Unit ?? "1");
                break;
            case FactNumberFault.Unreadable:
                context.Notes.NotANumber(resource, fact.Title, result.Value.Words()!);
                break;
            default:
                if (result.Value is Quantity or Hl7.Fhir.Model.Range or Integer or FhirDecimal) context.Notes.Unreadable(resource, fact.Title, result.Value.MemberName());
                else if (result.Value is not null || !result.HasParts) context.Notes.NoValue(resource, fact.Title);
                break;
        }
    }
}
