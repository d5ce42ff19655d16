using System.Buffers;
using Cds.CdsHooks.Cards;
using Cds.FhirMapping;
using Cds.Knowledge.Patients;

namespace Cds.CdsHooks.Batch.Register;

/// <summary>Writes the entries of the register, a line of JSON each. Thread-safe.</summary>
/// <param name="unread">Finds what was not read.</param>
/// <param name="assessor">Assesses earlier days.</param>
/// <param name="settings">What the site has switched on.</param>
/// <param name="language">Language of the texts.</param>
/// <param name="asksSince">Whether it is to be found out since when things are due; ten assessments more for a patient, about.</param>
internal sealed class RegisterEntries(UnreadItems unread, Assessor assessor, IReadOnlySet<string> settings, Language language, bool asksSince)
{
    private const int MostFacts = 4;

    private readonly IReadOnlyList<CandidateRule> _candidates = CandidateRule.Of(settings);
    private readonly DecisiveData _decisive = new(assessor.Knowledge);

    /// <summary>The line of a patient, with its end.</summary>
    public ReadOnlyMemory<byte> Write(string source, ReadOnlyMemory<byte> bundle, PatientFacts facts, AsOf asOf, Assessment assessment)
    {
        IReadOnlyDictionary<string, HeldSince>? since = asksSince ? new DueSince(assessor, Statements).Of(facts, asOf, assessment) : null;
        var entry = new RegisterEntry(
            source,
            assessment.Subject,
            [.. assessment.Conclusions.Select(conclusion => new EntryConclusion(conclusion.Id, conclusion.Value is { } value ? ValueText.Of(value) : null))],
            [.. assessment.Recommendations.Select(recommendation => Entry(recommendation, assessment, since))],
            [.. _candidates.Select(rule => Entry(rule, assessment, since)).OfType<EntryCandidate>()],
            [.. assessment.Conclusions.SelectMany(conclusion => conclusion.Missing.Select(fact => new EntryMissing(fact, conclusion.Id)))
                .Concat(assessment.Recommendations.SelectMany(recommendation => recommendation.Missing.Select(fact => new EntryMissing(fact, recommendation.Id)))).Distinct()],
            [.. unread.Of(bundle, facts).Select(item => new EntryUnread(item.Kind, item.Text))]);
        var buffer = new ArrayBufferWriter<byte>(8 * 1024);
        JsonAnswer.Write(buffer, entry, RegisterJson.Default.RegisterEntry);
        buffer.Write("\n"u8);
        return buffer.WrittenMemory;
    }

    /// <summary>What holds of a patient and may have held before: recommendations that are due, and what somebody is a candidate for.</summary>
    private IEnumerable<string> Statements(Assessment assessment) =>
        assessment.Recommendations.Where(recommendation => recommendation.Status == RecommendationStatus.Due).Select(recommendation => recommendation.Id)
            .Concat(_candidates.Where(rule => rule.IsMetBy(assessment) == true).Select(NameOf));

    private static string NameOf(CandidateRule rule) => $"{rule.Candidate} {rule.Rule}";

    private EntryRecommendation Entry(Recommendation recommendation, Assessment assessment, IReadOnlyDictionary<string, HeldSince>? since)
    {
        Option? first = recommendation.Options.Count > 0 ? recommendation.Options[0] : null;
        var entry = new EntryRecommendation(
            recommendation.Id, WireName.Of(recommendation.Status), WireName.Of(recommendation.Urgency), first?.Id, first is null ? null : WireName.Of(first.Standing));
        if (since is null || recommendation.Status != RecommendationStatus.Due) return entry;
        Func<Basis, bool> applies = _decisive.Applying(recommendation, assessment);
        HeldSince start = since[recommendation.Id];
        return entry with
        {
            Since = start.Day,
            Earlier = start.OrEarlier,
            What = recommendation.Summary.In(language),
            Why = Words(_decisive.Of(recommendation, assessment).OrderByDescending(applies)),
        };
    }

    private EntryCandidate? Entry(CandidateRule rule, Assessment assessment, IReadOnlyDictionary<string, HeldSince>? since)
    {
        bool? met = rule.IsMetBy(assessment);
        if (met == false) return null;
        var entry = new EntryCandidate(rule.Candidate, rule.Rule, met == true);
        return since?.TryGetValue(NameOf(rule), out HeldSince start) == true
            ? entry with { Since = start.Day, Earlier = start.OrEarlier, Why = Words(rule.BasisOf(assessment)) }
            : entry;
    }

    private string Words(IEnumerable<Basis> basis) => string.Join("; ", basis.Take(MostFacts)
        .Select(item => $"{item.Title.In(language)} {ValueText.Of(item, language)}{(item.Date is { Length: > 0 } date ? $" ({date})" : "")}"));
}
