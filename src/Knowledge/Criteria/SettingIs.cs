namespace Cds.Knowledge.Criteria;

/// <summary>The site has switched something on by configuration (a trial that enrols, a facility that qualifies).</summary>
/// <param name="Setting">Name of the setting.</param>
public sealed record SettingIs(string Setting) : Criterion
{
    /// <summary>How it is written.</summary>
    internal static CriterionKind Kind { get; } = new("setting", entry => new SettingIs(entry.RequiredText("setting")))
    {
        Members =
        [
            new("setting", MemberType.Text, "What the site has switched on: jsct-mm20-enrolling, car-t-facility.intensive-care and so on."),
        ],
        Rows = [new("`setting: jsct-mm20-enrolling`", "the site has switched it on by configuration")],
    };

    /// <inheritdoc />
    protected override Finding Look(PatientContext patient) => Finding.Of(patient.Settings.Contains(Setting).ToTruth(), [], []);

    /// <inheritdoc />
    public override IEnumerable<Dependency> Dependencies() => [];

    /// <inheritdoc />
    public override Clause InWords(WordList words) => Clause.Statement(words.Setting(Setting));
}
