using Cds.Knowledge.Evaluation;
using Cds.Knowledge.Values;

namespace Cds.Knowledge.Criteria;

/// <summary>The site has switched something on by configuration (a trial that enrols, a facility that qualifies).</summary>
/// <param name="Setting">Name of the setting.</param>
public sealed record SettingIs(string Setting) : Criterion
{
    /// <inheritdoc />
    public override Finding Evaluate(PatientContext patient) => Finding.Of(patient.Settings.Contains(Setting).ToTruth(), [], []);

    /// <inheritdoc />
    public override IEnumerable<Reference> References() => [];
}
