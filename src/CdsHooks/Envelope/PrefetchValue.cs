namespace Cds.CdsHooks.Envelope;

/// <summary>What a client sent under one prefetch key, or what was read for it since.</summary>
/// <param name="Template">The key and what was asked for.</param>
/// <param name="State">What the value means.</param>
/// <param name="Resource">The resource or Bundle, when there is one to read.</param>
internal sealed record PrefetchValue(PrefetchTemplate Template, PrefetchState State, JsonElement? Resource)
{
    /// <summary>
    /// Whether somebody looked for all that was asked for. Whether what came back is all that was found (one page of several is not) its reader says, and nobody else:
    /// <see cref="FhirMapping.PatientFactsReading.IncompleteParts"/>.
    /// </summary>
    public bool IsObtained => State is PrefetchState.KnownEmpty or PrefetchState.Read;
}

/// <summary>Meanings of a prefetch value.</summary>
internal enum PrefetchState
{
    /// <summary>The key is absent: nobody looked.</summary>
    NotSent,

    /// <summary><c>null</c>: the client looked, and there is nothing.</summary>
    KnownEmpty,

    /// <summary>A result, or one page of it.</summary>
    Read,

    /// <summary>A result that the scopes of the access narrow to a part of what there is.</summary>
    Restricted,

    /// <summary>An OperationOutcome: the client looked and failed.</summary>
    Failed,

    /// <summary>A resource of another kind than was asked for.</summary>
    Unusable,
}
