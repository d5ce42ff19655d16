namespace Cds.FhirMapping.Answers;

/// <summary>Puts together what several clauses say of one finding.</summary>
internal static class AnswerMeanings
{
    /// <summary>Doubt and contradiction win; an answer outweighs a mere comparison with an earlier examination.</summary>
    public static AnswerMeaning With(this AnswerMeaning one, AnswerMeaning other)
    {
        if (one == other || other == AnswerMeaning.Nothing) return one;
        if (one == AnswerMeaning.Nothing) return other;
        if (one == AnswerMeaning.Unknown || other == AnswerMeaning.Unknown) return AnswerMeaning.Unknown;
        if (one == AnswerMeaning.ChangeOnly) return other;
        return other == AnswerMeaning.ChangeOnly ? one : AnswerMeaning.Unknown;
    }
}
