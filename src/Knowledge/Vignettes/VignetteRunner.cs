using Cds.Knowledge.Recommendations;

namespace Cds.Knowledge.Vignettes;

/// <summary>Assesses the patient of a vignette and compares the answers with those expected.</summary>
public static class VignetteRunner
{
    /// <summary>What differs from the expectation, one sentence each; empty when all is as expected.</summary>
    public static IReadOnlyList<string> Run(KnowledgeBase knowledge, Vignette vignette)
    {
        if (knowledge.Approvals.Jurisdiction != vignette.Jurisdiction) knowledge = knowledge with { Approvals = knowledge.Approvals with { Jurisdiction = vignette.Jurisdiction } };
        var assessor = new Assessor(knowledge, vignette.Settings);
        bool judgesOrders = vignette.Patient.DraftOrders.Count > 0;
        Assessment assessment = judgesOrders ? assessor.JudgeOrders(vignette.Patient, vignette.AsOf) : assessor.Assess(vignette.Patient, vignette.AsOf);
        return [.. vignette.Expectations.SelectMany(e => knowledge.ConclusionsById.ContainsKey(e.Id)
            ? Compare(e, Conclusion(knowledge, vignette, assessment, e.Id))
            : Compare(e, assessment.Recommendations.FirstOrDefault(r => r.Id == e.Id)))];
    }

    /// <summary>Internal conclusions are no part of an assessment; they are evaluated on their own.</summary>
    private static Conclusion? Conclusion(KnowledgeBase knowledge, Vignette vignette, Assessment assessment, string id) =>
        knowledge.Conclusion(id).IsInternal
            ? new PatientContext(knowledge, vignette.Patient, vignette.AsOf, vignette.Settings).Outcome(id).Conclusion
            : assessment.Conclusions.FirstOrDefault(c => c.Id == id);

    private static IEnumerable<string> Compare(Expectation expected, Conclusion? actual)
    {
        if (expected.Absent)
        {
            if (actual is not null) yield return $"{expected.Id} should be absent, is {Text(actual.Value)}";
            yield break;
        }

        if (actual is null)
        {
            yield return $"{expected.Id} is absent";
            yield break;
        }

        if (expected.Value is { } value && !SameSet(value, Texts(actual.Value))) yield return $"{expected.Id}: value is {Text(actual.Value)} (possible {Join(actual.Possible.SelectMany(Texts))}), expected {Join(value)}";
        if (expected.Possible is { } possible)
        {
            if (actual.Value is not null && actual.Possible.Count != possible.Count) yield return $"{expected.Id}: value is {Text(actual.Value)}, expected it open between {Join(possible)}";
            if (!SameSet(possible, actual.Possible.SelectMany(Texts))) yield return $"{expected.Id}: possible is {Join(actual.Possible.SelectMany(Texts))}, expected {Join(possible)}";
        }

        if (expected.Undetermined is { } undetermined && !SameSet(undetermined, actual.Undetermined)) yield return $"{expected.Id}: undetermined is {Join(actual.Undetermined)}, expected {Join(undetermined)}";
        if (expected.Missing is { } missing && !SameSet(missing, actual.Missing)) yield return $"{expected.Id}: missing is {Join(actual.Missing)}, expected {Join(missing)}";
        if (expected.Reasons is { } reasons && !SameSet(reasons, actual.Reasons.Select(r => r.Code).Distinct())) yield return $"{expected.Id}: reasons are {Join(actual.Reasons.Select(r => r.Code))}, expected {Join(reasons)}";
        foreach (string difference in Confirmed(expected, actual.ToConfirm)) yield return difference;
        foreach (string difference in Said(expected, actual.Information)) yield return difference;
        foreach (string difference in Remarked(expected, actual.Basis)) yield return difference;
    }

    private static IEnumerable<string> Compare(Expectation expected, Recommendation? actual)
    {
        if (expected.Absent)
        {
            if (actual is not null) yield return $"{expected.Id} should be absent, is {actual.Status}";
            yield break;
        }

        if (actual is null)
        {
            yield return $"{expected.Id} is absent";
            yield break;
        }

        string[] options = [.. actual.Options.Select(o => o.Id)];
        if (expected.Status is { } status && status != actual.Status) yield return $"{expected.Id}: status is {actual.Status} (missing {Join(actual.Missing)}), expected {status}";
        if (expected.Urgency is { } urgency && urgency != actual.Urgency) yield return $"{expected.Id}: urgency is {actual.Urgency}, expected {urgency}";
        if (expected.Missing is { } missing && !SameSet(missing, actual.Missing)) yield return $"{expected.Id}: missing is {Join(actual.Missing)}, expected {Join(missing)}";
        if (expected.Cases is { } cases && !SameSet(cases, actual.Cases)) yield return $"{expected.Id}: cases are {Join(actual.Cases)}, expected {Join(cases)}";
        if (expected.Summary is { } summary && !actual.Summary.En.Contains(summary, StringComparison.Ordinal)) yield return $"{expected.Id}: the summary is '{actual.Summary.En}', expected '{summary}' in it";
        foreach (string option in expected.Include.Except(options)) yield return $"{expected.Id}: option {option} is not among {Join(options)}";
        foreach (string option in expected.Exclude.Intersect(options)) yield return $"{expected.Id}: option {option} should not be there";
        if (expected.First is { } first && options.FirstOrDefault() != first) yield return $"{expected.Id}: {options.FirstOrDefault()} ranks first, expected {first}";
        foreach ((string option, Standing standing) in expected.Standing)
        {
            if (actual.Options.FirstOrDefault(o => o.Id == option) is not { } found) yield return $"{expected.Id}: option {option} is not among {Join(options)}";
            else if (found.Standing != standing) yield return $"{expected.Id}: {option} stands as {found.Standing} ({Join(found.Reasons.Select(r => r.Code ?? "-"))}), expected {standing}";
        }

        string[] codes = [.. actual.Options.SelectMany(o => o.Reasons).Select(r => r.Code).OfType<string>().Distinct()];
        foreach (string code in (expected.Reasons ?? []).Except(codes)) yield return $"{expected.Id}: no option has the reason {code}, only {Join(codes)}";
        if (expected.Value is not null || expected.Possible is not null || expected.Undetermined is not null) yield return $"{expected.Id}: a recommendation has no value";
        foreach (string difference in Confirmed(expected, [.. actual.ToConfirm, .. actual.Options.SelectMany(o => o.ToConfirm)])) yield return difference;
        foreach (string difference in Said(expected, [.. actual.Information, .. actual.Options.SelectMany(o => o.Reasons).Select(r => r.Text), .. actual.Options.SelectMany(o => o.Orders).Select(o => o.Text)])) yield return difference;
        foreach (string difference in Remarked(expected, actual.Basis)) yield return difference;
    }

    private static IEnumerable<string> Confirmed(Expectation expected, IReadOnlyList<LocalizedText> asked)
    {
        foreach (string text in expected.ToConfirm.Where(t => !asked.Any(c => c.En.Contains(t, StringComparison.OrdinalIgnoreCase)))) yield return $"{expected.Id}: nothing to confirm contains '{text}'";
        foreach (string text in expected.ToConfirmNot.Where(t => asked.Any(c => c.En.Contains(t, StringComparison.OrdinalIgnoreCase)))) yield return $"{expected.Id}: should not ask to confirm '{text}'";
    }

    private static IEnumerable<string> Said(Expectation expected, IReadOnlyList<LocalizedText> sentences)
    {
        foreach (string text in expected.Says.Where(t => !sentences.Any(s => s.En.Contains(t, StringComparison.Ordinal)))) yield return $"{expected.Id}: nothing says '{text}'";
        foreach (string text in expected.SaysNot.Where(t => sentences.Any(s => s.En.Contains(t, StringComparison.Ordinal)))) yield return $"{expected.Id}: should not say '{text}'";
    }

    private static IEnumerable<string> Remarked(Expectation expected, IReadOnlyList<Basis> basis)
    {
        string[] remarks = [.. basis.Select(b => b.Comment?.En).OfType<string>()];
        foreach (string text in expected.RestsOn.Where(t => !remarks.Any(r => r.Contains(t, StringComparison.Ordinal)))) yield return $"{expected.Id}: nothing that it rests on is remarked with '{text}'";
        foreach (string text in expected.RestsOnNot.Where(t => remarks.Any(r => r.Contains(t, StringComparison.Ordinal)))) yield return $"{expected.Id}: should not rest on '{text}'";
    }

    private static IEnumerable<string> Texts(Answer? answer) => answer switch
    {
        null => [],
        CodeAnswer code => [code.Code],
        NumberAnswer number => [ValueRange.Exactly(number.Number).ToString()],
        ListAnswer list => list.Members,
        _ => throw new InvalidOperationException("Add the new kind of answer to VignetteRunner."),
    };

    private static string Text(Answer? answer) => answer is null ? "open" : Join(Texts(answer));

    private static string Join(IEnumerable<string> texts) => "[" + string.Join(", ", texts) + "]";

    private static bool SameSet(IEnumerable<string> a, IEnumerable<string> b) => a.ToHashSet().SetEquals(b);
}
