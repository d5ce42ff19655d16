using Cds.Knowledge.Adaptation;
using Cds.Knowledge.Loading;
using Cds.Knowledge.Recommendations;

namespace Cds.Knowledge.Vignettes;

/// <summary>Reads what a vignette expects of conclusions and recommendations.</summary>
internal sealed class ExpectationReader(KnowledgeBase knowledge)
{
    private readonly HashSet<string> _switchedOff =
        [.. knowledge.Adaptations.Where(a => a.Change == AdaptationChange.SwitchedOff).Select(a => a.Id)];

    /// <summary>The expectations of a vignette. Of rules that an overlay has switched off nothing is expected.</summary>
    public IReadOnlyList<Expectation> Read(YamlEntry entry)
    {
        if (entry.Entry("expect") is not { } expected) return entry.Report<IReadOnlyList<Expectation>>([], "'expect' is missing");
        var expectations = new List<Expectation>();
        bool isAboutSwitchedOff = false;
        foreach (string id in expected.Keys.ToArray())
        {
            if (_switchedOff.Contains(id))
            {
                // Nothing can be expected of a rule that the site has switched off.
                isAboutSwitchedOff |= expected.Entry(id) is not null;
                continue;
            }

            if (!knowledge.ConclusionsById.ContainsKey(id) && knowledge.Recommendations.All(r => r.Id != id))
                expected.Defect($"nothing has the id '{id}'{Nearest.Hint(id, [.. knowledge.ConclusionsById.Keys, .. knowledge.Recommendations.Select(r => r.Id)])}", id);
            if (expected.Entry(id) is { } answer) expectations.Add(ReadOne(id, answer));
        }

        if (expectations.Count == 0 && !isAboutSwitchedOff) expected.Defect("nothing is expected");
        return expectations;
    }

    private static Expectation ReadOne(string id, YamlEntry entry)
    {
        var standing = new Dictionary<string, Standing>();
        if (entry.Entry("standing") is { } standings)
        {
            foreach (string option in standings.Keys.ToArray()) standing[option] = standings.Word<Standing>(option) ?? Therapy.Standing.Recommended;
        }

        var expectation = new Expectation
        {
            Id = id,
            Absent = entry.Flag("absent"),
            Value = Optional(entry, "value"),
            Possible = Optional(entry, "possible"),
            Undetermined = Optional(entry, "undetermined"),
            Missing = Optional(entry, "missing"),
            Reasons = Optional(entry, "reasons"),
            Status = entry.Word<RecommendationStatus>("status"),
            Urgency = entry.Word<Urgency>("urgency"),
            Include = entry.Texts("include"),
            Exclude = entry.Texts("exclude"),
            First = entry.Text("first"),
            Cases = Optional(entry, "cases"),
            Summary = entry.Text("summary"),
            Standing = standing,
            ToConfirm = entry.Texts("to-confirm"),
            ToConfirmNot = entry.Texts("to-confirm-not"),
            Says = entry.Texts("says"),
            SaysNot = entry.Texts("says-not"),
            RestsOn = entry.Texts("rests-on"),
            RestsOnNot = entry.Texts("rests-on-not"),
        };
        entry.Finish();
        return expectation;
    }

    private static IReadOnlyList<string>? Optional(YamlEntry entry, string key) => entry.Has(key) ? entry.Texts(key) : null;
}
