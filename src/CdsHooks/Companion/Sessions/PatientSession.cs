using Cds.CdsHooks.Companion.Patients;

namespace Cds.CdsHooks.Companion.Sessions;

/// <summary>One browser looking at one patient. It lives in the memory of this instance and ends by itself.</summary>
internal sealed class PatientSession(OpenedPatient patient)
{
    private volatile IReadOnlyList<SupposedValue> _supposed = [];

    /// <summary>The patient.</summary>
    public OpenedPatient Patient { get; } = patient;

    /// <summary>What is supposed instead of what the record says, in the order in which it was entered.</summary>
    public IReadOnlyList<SupposedValue> Supposed => _supposed;

    /// <summary>Supposes a value; an earlier one in the same place gives way.</summary>
    public void Suppose(SupposedValue value) => _supposed = [.. _supposed.Where(other => !other.IsInPlaceOf(value)), value];

    /// <summary>Goes back to what the record says.</summary>
    public void Forget() => _supposed = [];
}
