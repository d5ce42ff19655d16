namespace Cds.FhirMapping.Terminology;

/// <summary>
/// Whether a drug, procedure or disease record says what it is. A record that does not re-opens the history it belongs to: it may be the very
/// treatment that nothing else records (docs/contract/reading.md, 12).
/// </summary>
internal enum RecordIdentity
{
    /// <summary>Neither its codes nor its text say what it is: only codes of lists that are not known here, or a text that names nothing.</summary>
    Unidentified,

    /// <summary>It is something that the knowledge base speaks of.</summary>
    Known,

    /// <summary>Its text, or the class of its code, shows that it is something else.</summary>
    SomethingElse,
}
