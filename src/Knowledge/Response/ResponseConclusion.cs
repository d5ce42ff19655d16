namespace Cds.Knowledge.Response;

/// <summary>
/// Response to the latest line: the state now, proven by its latest two consecutive assessments (jsh-2023 Table 6), the newest not too
/// old. Progression without a later line is PD until two later assessments prove a response.
/// </summary>
internal static class ResponseConclusion
{
    public static Conclusion? Conclude(PatientContext patient, Conclusion answer)
    {
        if (patient.Therapy.Lines is not [.., { } line]) return null;
        Basis lineBasis = TherapyConclusions.BasisOf(patient, line);
        LineMarkers markers = LineMarkers.Of(patient, line.Start);
        bool minorCounts = line.Number > 1;
        var protein = new ProteinResponse(patient, markers, minorCounts);
        Progression? past = patient.Therapy.Progressions.LastOrDefault(p => p.Day > line.Start);
        if (past is not null && protein.IsOvercome(past, ProteinProgression.IsRising(patient, markers))) past = null;
        Basis? growth = (past ?? ProteinProgression.ByMarrow(patient.Knowledge.Computations.Progression, markers, patient.AsOf.Day))?.Basis
            ?? DiseaseGrowth.Of(patient, markers);
        if (growth is not null) return Decided(answer, ResponseCategory.PD, [growth, lineBasis], []);
        ResponseCategory allowedByProtein = protein.Possible is { } possible && possible < ResponseCategory.VGPR ? possible : ResponseCategory.sCR;
        if (ProteinProgression.MayBeRising(patient, markers) is { Count: > 0 } unclear) return Open(answer, allowedByProtein, minorCounts, [.. protein.Basis, lineBasis], unclear);

        IReadOnlyList<Basis> always = LightChainEscape.Of(patient, markers) is { } escape ? [escape, lineBasis] : [lineBasis];
        var complete = new CompleteResponse(patient, markers);
        if (protein.Category is not { } category)
        {
            // Without measurable disease a stringent complete response can still be told, the other categories cannot (Table 5): only a marrow before the line could have decided.
            return markers.IsKnownUnmeasurable && complete.IsStringent
                ? Decided(answer, ResponseCategory.sCR, [.. complete.Basis, .. always], [])
                : Open(answer, allowedByProtein, minorCounts, [.. protein.Basis, .. always], protein.Missing.Count > 0 ? protein.Missing : complete.Missing is { Count: > 0 } lacking ? lacking : [patient.Fact(ComputedFact.MarrowCells)]);
        }

        // A negative immunofixation beside protein that has not fallen as far as a very good partial response contradicts it and proves nothing; marrow alone tells no deeper than PR.
        bool isFollowed = markers.IsSerumMeasurable || markers.IsUrineMeasurable || markers.IsLightChainMeasurable;
        ResponseCategory deepest = category >= (isFollowed ? ResponseCategory.VGPR : ResponseCategory.PR) && complete.IsComplete
            ? complete.IsStringent ? ResponseCategory.sCR : ResponseCategory.CR
            : category;
        IReadOnlyList<Basis> basis = deepest > category || deepest >= ResponseCategory.VGPR ? [.. protein.Basis, .. complete.Basis] : protein.Basis;
        if (category > ResponseCategory.SD && Plasmacytomas.Baseline(patient, markers) is { } before)
        {
            (decimal? shrunk, Basis? size) = Plasmacytomas.Shrinkage(patient, markers, before);
            basis = size is null ? [.. basis, before.Basis] : [.. basis, size, before.Basis];
            if (shrunk is null) return Open(answer, deepest, minorCounts, [.. basis, .. always], [patient.Fact(ComputedFact.SoftTissuePlasmacytomaSize)]);
            ResponseLimits limits = patient.Knowledge.Computations.Response;
            ResponseCategory allowed = limits.PartialShrinkage.IsMetBy(shrunk) ? deepest
                : limits.MinorShrinkage.IsMetBy(shrunk) && minorCounts ? ResponseCategory.MR
                : ResponseCategory.SD;
            if (allowed < deepest) return Decided(answer, allowed, [.. basis, .. always], []);
        }

        IEnumerable<string> missing = complete.IsComplete || protein.IsNearComplete ? protein.Missing.Concat(complete.Missing) : protein.Missing;
        return Decided(answer, deepest, [.. basis, .. always], missing);
    }

    private static Conclusion Decided(Conclusion answer, ResponseCategory category, IReadOnlyList<Basis> basis, IEnumerable<string> missing) => answer with
    {
        Value = new CodeAnswer(category.ToString()),
        Possible = [new CodeAnswer(category.ToString())],
        Basis = basis,
        Missing = [.. missing.Distinct()],
    };

    private static Conclusion Open(
        Conclusion answer, ResponseCategory deepest, bool minorCounts, IReadOnlyList<Basis> basis, IReadOnlyList<string> missing) => answer with
    {
        Possible = [.. Enum.GetValues<ResponseCategory>()
            .Where(c => c <= deepest && (c != ResponseCategory.MR || minorCounts))
            .OrderDescending().Select(c => new CodeAnswer(c.ToString()))],
        Basis = basis,
        Missing = missing,
    };
}
