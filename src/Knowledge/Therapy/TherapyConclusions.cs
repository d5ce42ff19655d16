namespace Cds.Knowledge.Therapy;

/// <summary>Exposure, refractoriness and number of lines as conclusions.</summary>
internal static class TherapyConclusions
{
    public static Conclusion? Exposed(PatientContext patient, Conclusion answer, IReadOnlyList<string> classes) => Members(patient, answer, classes, patient.Therapy.Exposed);

    public static Conclusion? Refractory(PatientContext patient, Conclusion answer, IReadOnlyList<string> classes) => Members(patient, answer, classes, patient.Therapy.Refractory);

    public static Conclusion? Lines(PatientContext patient, Conclusion answer)
    {
        TherapyHistory therapy = patient.Therapy;
        Basis[] all = [.. therapy.Lines.Select(line => BasisOf(patient, line))];
        IReadOnlyList<Basis> basis = all.Bounded();
        if (therapy.Lines.Count == 0 && LatestRecordedNumber(patient) is { } recorded)
            return Decided(answer, (int)((QuantityValue)recorded.Value).Range.Exact!.Value, [patient.BasisOf(recorded)]);
        return therapy.Gaps.Count == 0
            ? Decided(answer, therapy.Lines.Count == 0 ? 0 : therapy.Lines.Max(l => l.Number), basis)
            : answer with { Basis = basis, Missing = therapy.Gaps };
    }

    /// <summary>One line of therapy as a basis entry: its drugs, dates, why it is a line of its own, and the regimens it was given by.</summary>
    public static Basis BasisOf(PatientContext patient, LineOfTherapy line) => line.AsBasis ??= new()
    {
        Fact = "line-of-therapy",
        Title = TherapyTexts.LineTitle.With("number", line.Number.ToString(CultureInfo.InvariantCulture)),
        Value = new CodeValue(string.Join(" + ", line.Drugs)),
        ValueTitle = TherapyTexts.Combination(line.Drugs.Select(drug => patient.Knowledge.Drugs[drug].Title)),
        Date = ClinicalDate.OnDay(line.Start).Text,
        Comment = TherapyTexts.Join([line.Reason, line.NumberRecord is { } record
            ? TherapyTexts.NumberAsRecorded.With("number", line.Number.ToString(CultureInfo.InvariantCulture)).With("date", record.Date ?? "")
            : null]),
        From = From(patient, line).Bounded(),
    };

    private static IReadOnlyList<Basis> From(PatientContext patient, LineOfTherapy line) =>
        [.. RegimensGiven.Of(patient, line), .. line.NumberRecord is { } number ? [number] : Array.Empty<Basis>(), .. line.Periods.SelectMany(p => p.Basis)];

    private static ObservedFact? LatestRecordedNumber(PatientContext patient) =>
        patient.Series(patient.Fact(ComputedFact.RecordedLineNumber)).LastOrDefault(o => o.Value is QuantityValue { Range.Exact: not null });

    private static Conclusion Decided(Conclusion answer, int lines, IReadOnlyList<Basis> basis) =>
        answer with { Value = new NumberAnswer(lines), Possible = [new NumberAnswer(lines)], Basis = basis };

    private static Conclusion? Members(PatientContext patient, Conclusion answer, IReadOnlyList<string> classes, Func<string, Finding> ask)
    {
        // Beside the drugs on record those of which a record leaves open whether they were given.
        string[] drugs = [.. patient.Therapy.AntiMyeloma.Select(p => p.DrugId).Concat(patient.Therapy.Gaps.Where(patient.Knowledge.Drugs.ContainsKey)).Distinct()];
        (string Id, Finding Finding)[] findings = [.. drugs.Concat(classes).Select(id => (id, ask(id)))];
        bool complete = patient.Therapy.Gaps.Count == 0;
        (string Id, Finding Finding)[] open = [.. findings.Where(f => f.Finding.Truth == Truth.Unknown && (!complete || drugs.Contains(f.Id) || HasDrugOf(f.Id)))];
        return answer with
        {
            Value = new ListAnswer([.. findings.Where(f => f.Finding.Truth == Truth.True).Select(f => f.Id)]),
            Undetermined = [.. open.Select(f => f.Id)],
            Basis = findings.Where(f => f.Finding.Truth != Truth.False).Select(f => f.Finding).Joined(),
            Missing = Finding.MissingOf(open.Select(f => f.Finding)),
        };

        bool HasDrugOf(string drugClass) => patient.Therapy.DrugsOf(drugClass).Intersect(drugs).Any();
    }
}
