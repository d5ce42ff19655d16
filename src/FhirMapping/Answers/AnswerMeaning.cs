namespace Cds.FhirMapping.Answers;

/// <summary>What words say about a finding: that it is there, that it is not, or nothing that could be relied on.</summary>
internal enum AnswerMeaning
{
    /// <summary>The text holds no answer at all.</summary>
    Nothing,

    /// <summary>The finding is there.</summary>
    Present,

    /// <summary>The finding was looked for and is not there.</summary>
    Absent,

    /// <summary>The test was not done or gave no result.</summary>
    NoResult,

    /// <summary>The examination took place; what it showed the text does not say.</summary>
    Done,

    /// <summary>The text only compares with an earlier examination; what that one showed it does not say.</summary>
    ChangeOnly,

    /// <summary>The text is doubtful, contradicts itself, or holds words that could reverse its meaning and are not known.</summary>
    Unknown,
}
