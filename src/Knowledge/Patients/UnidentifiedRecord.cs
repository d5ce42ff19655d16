namespace Cds.Knowledge.Patients;

/// <summary>
/// A drug, procedure or disease record of which nobody can tell what it stands for, or whether it counts. It opens the history it belongs to again: what
/// is not recorded there is then unknown, since this may be the record of it.
/// </summary>
/// <param name="Part">The one part of the history it belongs to.</param>
/// <param name="Resource">FHIR reference.</param>
public sealed record UnidentifiedRecord(RecordedHistory Part, string Resource)
{
    /// <summary>Ids of the knowledge base that alone it can stand for, where only the rest of it is unclear (a drug on hold); empty when it can be anything.</summary>
    public IReadOnlyList<string> MayBe { get; init; } = [];

    /// <summary>First day; null when not known.</summary>
    public ClinicalDate? Since { get; init; }

    /// <summary>Last day; null when open or not known.</summary>
    public ClinicalDate? Until { get; init; }

    /// <summary>Whether what it records may go on; a treatment that was stopped, or a disease that is over, surely does not.</summary>
    public bool MayBeCurrent { get; init; } = true;
}
