using Cds.FhirMapping.Answers;
using Cds.FhirMapping.DataTypes;
using Cds.FhirMapping.Terminology;
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

    /// <summary>Its codes contradict each other.</summary>
    Contradictory,
}

/// <summary>Reads positive and negative answers, by code first, then by the words of both languages.</summary>
internal static class AnswerReader
{
    /// <summary>What a coded answer says; its text only counts when no code is known.</summary>
    public static Answer Read(CodeableConcept? concept, CodeMap codes)
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

        if (answer != Answer.None) return answer;
        foreach (string text in concept.Texts())
        {
            answer = Read(text);
            if (answer != Answer.None) return answer;
        }

        return answer;
    }

    /// <summary>What a text says as an answer, by the closed grammar of answers in words.</summary>
    public static Answer Read(string text) => AnswerGrammar.Read(text).Meaning switch
    {
        AnswerMeaning.Nothing => Answer.None,
        AnswerMeaning.Present => Answer.Positive,
        AnswerMeaning.Absent => Answer.Negative,
        AnswerMeaning.NoResult or AnswerMeaning.ChangeOnly or AnswerMeaning.Unknown => Answer.Indeterminate,
        var meaning => throw new InvalidOperationException($"Add {meaning} to AnswerReader."),
    };
}
