namespace Cds.CdsHooks.Description;

/// <summary>What is no valid FHIR R4 in the body: a FHIR OperationOutcome.</summary>
/// <param name="ResourceType">Always <c>OperationOutcome</c>.</param>
/// <param name="Issue">One for each place, at most 100 and one that counts the rest; a single one of severity <c>information</c> when there is nothing wrong.</param>
public sealed record ValidationDescription(string ResourceType, IReadOnlyList<ValidationIssueDescription> Issue);

/// <summary>One place that is no valid FHIR R4, or that was not checked.</summary>
public sealed record ValidationIssueDescription
{
    /// <summary><c>fatal</c>, <c>error</c>, <c>warning</c> or <c>information</c>.</summary>
    public required string Severity { get; init; }

    /// <summary>FHIR's code of the kind of issue, for example <c>value</c>, <c>structure</c>, <c>required</c>, <c>code-invalid</c>.</summary>
    public required string Code { get; init; }

    /// <summary>What is wrong.</summary>
    public required ValidationDetailsDescription Details { get; init; }

    /// <summary>What the FHIR library adds, in English and without the patient's values.</summary>
    public string? Diagnostics { get; init; }

    /// <summary>The place, as FHIRPath from the Bundle on.</summary>
    public IReadOnlyList<string>? Expression { get; init; }
}

/// <summary>What is wrong, as code and for readers.</summary>
public sealed record ValidationDetailsDescription
{
    /// <summary>The FHIR library's code of the fault.</summary>
    public IReadOnlyList<ValidationCodingDescription>? Coding { get; init; }

    /// <summary>A sentence in the language asked for.</summary>
    public required string Text { get; init; }
}

/// <summary>A code of the FHIR library.</summary>
/// <param name="System">Where the code comes from.</param>
/// <param name="Code">The code, for example <c>PVAL124</c>.</param>
public sealed record ValidationCodingDescription(string System, string Code);
