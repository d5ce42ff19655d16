namespace Cds.CdsHooks.Envelope;

/// <summary>One thing that a service asks clients to send along.</summary>
/// <param name="Key">Prefetch key; never reused with another meaning.</param>
/// <param name="ResourceType">Type of the resources it asks for.</param>
/// <param name="Query">Relative FHIR read or search with CDS Hooks tokens.</param>
internal sealed record PrefetchTemplate(string Key, string ResourceType, string Query)
{
    /// <summary>Whether the answers are whole without it: it only spares clinicians proposals of what is ordered already.</summary>
    public bool IsOptional { get; init; }

    /// <summary>Whether it reads one resource; otherwise it searches and a Bundle arrives.</summary>
    public bool IsRead => !Query.Contains('?', StringComparison.Ordinal);

    /// <summary>Type of the resource that answers it.</summary>
    public string AnswerType => IsRead ? ResourceType : "Bundle";
}
