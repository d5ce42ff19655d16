namespace Cds.CdsHooks.Companion.Sessions;

/// <summary>One browser looking at one patient. It lives in the memory of this instance and ends by itself.</summary>
internal sealed class PatientSession(OpenedPatient patient)
{
    private volatile IReadOnlyList<SupposedValue> _supposed = [];

    /// <summary>The patient.</summary>
    public OpenedPatient Patient { get; } = patient;

    /// <summary>What is supposed instead of what the record says, in the order in which it was entered.</summary>
    public IReadOnlyList<SupposedValue> Supposed => _supposed;

    /// <summary>Supposes a value; an earlier one of the same fact gives way.</summary>
    public void Suppose(SupposedValue value) => _supposed = [.. _supposed.Where(other => other.Fact != value.Fact), value];

    /// <summary>Goes back to what the record says of a fact, or of all.</summary>
    /// <param name="fact">Fact id; null for all.</param>
    public void Forget(string? fact = null) => _supposed = fact is null ? [] : [.. _supposed.Where(other => other.Fact != fact)];
}

/// <summary>A value that is supposed ("what if"), in the canonical unit of its fact. It is never written anywhere.</summary>
/// <param name="Fact">Fact id.</param>
/// <param name="Value">The number.</param>
internal sealed record SupposedValue(string Fact, decimal Value);
