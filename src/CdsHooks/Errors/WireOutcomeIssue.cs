namespace Cds.CdsHooks.Errors;

/// <summary>What is wrong.</summary>
public sealed record WireOutcomeIssue
{
    /// <summary><c>fatal</c>, <c>error</c>; in a validation also <c>warning</c> or <c>information</c>.</summary>
    public required string Severity { get; init; }

    /// <summary>FHIR's code of the kind of issue.</summary>
    public required string Code { get; init; }

    /// <summary>The stable kind of problem, and a sentence.</summary>
    public required WireOutcomeDetails Details { get; init; }

    /// <summary>Where: a JSON path into the request; in a validation what the FHIR library adds, in English and without the patient's values.</summary>
    public string? Diagnostics { get; init; }

    /// <summary>In a validation the place, as FHIRPath from the Bundle on.</summary>
    public IEnumerable<string>? Expression { get; init; }
}
