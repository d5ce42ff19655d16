namespace Cds.Knowledge.Evaluation;

/// <summary>
/// The notes of an assessment that went no further than its truth needs. They are those of the whole assessment, which is made for them where the record has values that
/// contradict each other: of those evaluation finds more to say the further it goes. That the rows of a decision table
/// overlap for the patient, a defect of the content, is told once its conclusion is asked for.
/// </summary>
/// <param name="assessor">Assesses the patient whole.</param>
/// <param name="patient">The patient as assessed.</param>
internal sealed class NotesOnDemand(Assessor assessor, PatientContext patient) : ListOnDemand<Note>
{
    /// <inheritdoc />
    protected override IReadOnlyList<Note> Make() => ContradictsItself(patient.Record)
        ? assessor.AssessUnlessCancelled(patient.Record, patient.AsOf, patient.Cancellation).Notes
        : BoundedNotes.Of([.. patient.Record.Notes, .. patient.Notes]);

    private static bool ContradictsItself(PatientFacts record)
    {
        var first = new Dictionary<(string Fact, DateOnly Day), FactValue>();
        foreach (ObservedFact observed in record.Observations)
        {
            (string, DateOnly) key = (observed.FactId, observed.Date.LatestDay);
            if (!first.TryAdd(key, observed.Value) && first[key] != observed.Value) return true;
        }

        return false;
    }
}
