namespace Cds.CdsHooks.Configuration;

/// <summary>Settings of feedback, section <c>Cds:Feedback</c>.</summary>
public sealed class FeedbackOptions
{
    /// <summary>
    /// How long a card stays away for a patient after it was overridden with a lasting reason (contraindicated, patient declined), zero to 3650
    /// days. Default 30 days; zero shows every card always. A card that has become more urgent than the one overridden is shown.
    /// </summary>
    public TimeSpan HideOverriddenFor { get; set; } = TimeSpan.FromDays(30);

    /// <summary>Characters kept of a comment, 0 to 100 000. Default 4 000; the rest is cut off. Zero keeps no comments.</summary>
    public int LongestComment { get; set; } = 4_000;
}
