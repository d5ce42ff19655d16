namespace Cds.CdsHooks.Description;

/// <summary>A FHIR OperationOutcome: how the CDS Hooks routes say what is wrong.</summary>
/// <param name="ResourceType">Always <c>OperationOutcome</c>.</param>
/// <param name="Issue">One issue.</param>
public sealed record OutcomeDescription(string ResourceType, IReadOnlyList<OutcomeIssueDescription> Issue);

/// <summary>What is wrong.</summary>
public sealed record OutcomeIssueDescription
{
    /// <summary><c>fatal</c> or <c>error</c>.</summary>
    public required string Severity { get; init; }

    /// <summary>FHIR's code of the kind of issue.</summary>
    public required string Code { get; init; }

    /// <summary>The stable kind of problem, and a sentence.</summary>
    public required OutcomeDetailsDescription Details { get; init; }

    /// <summary>Where: a JSON path into the request.</summary>
    public string? Diagnostics { get; init; }
}

/// <summary>What is wrong, as code and for readers.</summary>
/// <param name="Coding">The stable kind of problem.</param>
/// <param name="Text">A sentence in the language asked for.</param>
public sealed record OutcomeDetailsDescription(IReadOnlyList<CodingDescription> Coding, string Text);
