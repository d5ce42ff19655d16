using Hl7.Fhir.Model;

namespace Cds.FhirMapping.Validation;

/// <summary>The issues of an input as they are found: so many are listed, more are counted, and at some number the search ends.</summary>
internal sealed class FoundIssues(int mostListed, int mostCounted)
{
    /// <summary>Where the FHIR library's own outcomes say that its codes come from.</summary>
    private const string CodeSystem = "http://hl7.org/fhir/dotnet-api-operation-outcome";

    private readonly List<InputIssue> _listed = [];
    private int _more;
    private int? _stoppedBefore;

    /// <summary>Whether looking further is of no use to anybody.</summary>
    public bool IsEnough => _listed.Count + _more >= mostCounted;

    /// <summary>Adds an issue.</summary>
    public void Add(InputIssue issue)
    {
        if (_listed.Count < mostListed) _listed.Add(issue);
        else _more++;
    }

    /// <summary>Adds issues.</summary>
    public void AddRange(IEnumerable<InputIssue> issues)
    {
        foreach (InputIssue issue in issues) Add(issue);
    }

    /// <summary>The entries from this one on were not looked at.</summary>
    public void StoppedBefore(int entry) => _stoppedBefore = entry;

    /// <summary>All of it for a reader.</summary>
    public OperationOutcome ToOutcome(Language language)
    {
        var outcome = new OperationOutcome { Issue = [.. _listed.Select(issue => Component(issue, language))] };
        if (Closing() is { } closing)
        {
            outcome.Issue.Add(new OperationOutcome.IssueComponent
            {
                Severity = OperationOutcome.IssueSeverity.Information,
                Code = _more > 0 ? OperationOutcome.IssueType.Incomplete : OperationOutcome.IssueType.Informational,
                Details = new CodeableConcept { Text = closing.In(language) },
            });
        }

        return outcome;
    }

    private LocalizedText? Closing()
    {
        if (_listed.Count == 0) return IssueTexts.Of("none");
        string count = _more.ToString(CultureInfo.InvariantCulture);
        if (_stoppedBefore is { } entry) return IssueTexts.Of("stopped").With("count", count).With("entry", (entry - 1).ToString(CultureInfo.InvariantCulture));
        return _more > 0 ? IssueTexts.Of("more").With("count", count) : null;
    }

    private static OperationOutcome.IssueComponent Component(InputIssue issue, Language language) => new()
    {
        Severity = issue.Severity,
        Code = issue.Type,
        Details = new CodeableConcept
        {
            Coding = char.IsAsciiLetterUpper(issue.Code[0]) ? [new Coding(CodeSystem, issue.Code)] : [],
            Text = IssueTexts.Of(issue.Code).With("limit", Limit(issue.Code).ToString(CultureInfo.InvariantCulture)).In(language),
        },
        Diagnostics = issue.Detail,
        Expression = [issue.Path],
    };

    private static int Limit(string code) => code == "input-too-large" ? InputIssues.LargestBytes : StrictPart.LargestBytes;
}
