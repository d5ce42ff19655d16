namespace Cds.Knowledge.Loading.Checks;

/// <summary>All checks of sense, in the order of the authoring guide.</summary>
internal static class SenseChecks
{
    private static readonly ISenseCheck[] All =
    [
        new PlausibleThresholds(), new PlausibleDoses(), new Schedules(), new ScoreBandOrder(), new NumberBands(), new Contradictions(), new ConclusionAnswers(),
        new ConclusionScopes(), new DrugsWithoutRules(), new OrganReasons(), new TreatmentAnswers(), new Placeholders(), new EnglishInJapanese(),
    ];

    /// <summary>Runs every check; each reports all that it finds.</summary>
    public static void Run(ContentRead content)
    {
        foreach (ISenseCheck check in All) check.Check(content);
    }
}
