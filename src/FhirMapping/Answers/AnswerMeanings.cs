namespace Cds.FhirMapping.Answers;

/// <summary>Puts together what several clauses say of one finding.</summary>
internal static class AnswerMeanings
{
    /// <summary>Doubt and contradiction win; an answer outweighs a mere comparison with an earlier examination, and that one took place.</summary>
    public static AnswerMeaning With(this AnswerMeaning one, AnswerMeaning other)
    {
        if (one == other || other == AnswerMeaning.Nothing) return one;
        if (one == AnswerMeaning.Nothing) return other;
        if (one == AnswerMeaning.Unknown || other == AnswerMeaning.Unknown) return AnswerMeaning.Unknown;
        if (IsWeak(one)) return other;
        return IsWeak(other) ? one : AnswerMeaning.Unknown;
    }

    private static bool IsWeak(AnswerMeaning meaning) => meaning is AnswerMeaning.ChangeOnly or AnswerMeaning.Done;
}
