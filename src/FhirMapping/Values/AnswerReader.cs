using Cds.FhirMapping.Answers;
using Hl7.Fhir.Model;

namespace Cds.FhirMapping.Values;

/// <summary>What an answer says about a finding.</summary>
internal enum Answer
{
    /// <summary>It is no answer.</summary>
    None,

    /// <summary>Present, positive, detected, yes.</summary>
    Positive,

    /// <summary>Absent, negative, not detected, no.</summary>
    Negative,

    /// <summary>Indeterminate, not tested.</summary>
    Indeterminate,

    /// <summary>Its codes or texts contradict each other.</summary>
    Contradictory,
}

/// <summary>Reads positive and negative answers, by code first, then by the words of both languages.</summary>
internal static class AnswerReader
{
    /// <summary>What a coded answer says; its texts only count when no code is known.</summary>
    public static Answer Read(CodeableConcept? concept, CodeMap codes) =>
        OfCodes(concept, codes) is var coded && coded != Answer.None ? coded : Joined(concept.Texts().Select(Read));

    /// <summary>What the codes of an answer say.</summary>
    public static Answer OfCodes(CodeableConcept? concept, CodeMap codes)
    {
        Answer answer = Answer.None;
        foreach (string id in codes.Find(concept, TargetKind.Answer))
        {
            Answer said = id switch
            {
                "positive" or "present" => Answer.Positive,
                "negative" or "absent" => Answer.Negative,
                _ => Answer.Indeterminate,
            };
            if (answer != Answer.None && answer != said) return Answer.Contradictory;
            answer = said;
        }

        return answer;
    }

    /// <summary>What a text says as an answer, by the closed grammar of answers in words.</summary>
    public static Answer Read(string text) => Of(AnswerGrammar.Read(text).Meaning);

    /// <summary>The answer that a meaning is.</summary>
    public static Answer Of(AnswerMeaning meaning) => meaning switch
    {
        AnswerMeaning.Nothing => Answer.None,
        AnswerMeaning.Present => Answer.Positive,
        AnswerMeaning.Absent => Answer.Negative,
        AnswerMeaning.NoResult or AnswerMeaning.Done or AnswerMeaning.ChangeOnly or AnswerMeaning.Unknown => Answer.Indeterminate,
        _ => throw new ArgumentOutOfRangeException(nameof(meaning), meaning, "Add the new meaning to AnswerReader."),
    };

    /// <summary>What several answers to one question say together; what says nothing does not count.</summary>
    public static Answer Joined(IEnumerable<Answer> answers)
    {
        Answer joined = Answer.None;
        foreach (Answer answer in answers)
        {
            if (answer == Answer.None || answer == joined) continue;
            if (joined == Answer.None) joined = answer;
            else joined = IsDefinite(joined) && IsDefinite(answer) ? Answer.Contradictory : joined == Answer.Contradictory ? joined : Answer.Indeterminate;
        }

        return joined;
    }

    private static bool IsDefinite(Answer answer) => answer is Answer.Positive or Answer.Negative;
}
