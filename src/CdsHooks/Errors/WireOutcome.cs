using Hl7.Fhir.Model;
using Hl7.Fhir.Utility;

namespace Cds.CdsHooks.Errors;

/// <summary>A FHIR OperationOutcome: how the CDS Hooks routes say what is wrong.</summary>
/// <param name="ResourceType">Always <c>OperationOutcome</c>.</param>
/// <param name="Issue">One issue.</param>
public sealed record WireOutcome(string ResourceType, IEnumerable<WireOutcomeIssue> Issue)
{
    private const string Resource = "OperationOutcome";

    internal static WireOutcome Of(RequestProblem problem, Language language) => new(Resource,
    [
        new WireOutcomeIssue
        {
            Severity = problem.Kind.Status >= 500 ? "fatal" : "error",
            Code = problem.Kind.IssueCode,
            Details = new() { Coding = [new WireCoding(ProblemKind.TypeBase.TrimEnd('/'), problem.Kind.Slug)], Text = problem.Detail.In(language) },
            Diagnostics = problem.Path ?? problem.IncidentId,
        },
    ]);

    internal static WireOutcome Of(OperationOutcome outcome) => new(Resource, outcome.Issue.Select(issue => new WireOutcomeIssue
    {
        Severity = issue.Severity.GetLiteral()!,
        Code = issue.Code.GetLiteral()!,
        Details = new() { Coding = issue.Details!.Coding.Filled(coding => new WireCoding(coding.System!, coding.Code!)), Text = issue.Details.Text! },
        Diagnostics = issue.Diagnostics,
        Expression = issue.Expression.OfType<string>().ToArray().Filled(),
    }));
}
