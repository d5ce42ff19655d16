using Cds.CdsHooks.Assessments;
using Cds.CdsHooks.Cards;

namespace Cds.CdsHooks.Delivery;

/// <summary>The part of the assessment that a card shows; what is empty is left out.</summary>
public sealed record WireCardAssessment
{
    /// <summary>Conclusion or recommendation id.</summary>
    public required string Id { get; init; }

    /// <summary>Other recommendations whose options stand in the same ranking.</summary>
    public IEnumerable<string>? Also { get; init; }

    /// <summary>Value of a conclusion: a code, a number, or an array of codes.</summary>
    public object? Value { get; init; }

    /// <summary>Every value that the data still allow.</summary>
    public IEnumerable<object>? Possible { get; init; }

    /// <summary>Status of a recommendation.</summary>
    public string? Status { get; init; }

    /// <summary>Grade as the document prints it.</summary>
    public string? Grade { get; init; }

    /// <summary>Options, the first one ranks first.</summary>
    public IEnumerable<WireBriefOption>? Options { get; init; }

    /// <summary>The data used.</summary>
    public IEnumerable<WireBasis>? Basis { get; init; }

    /// <summary>Ids of the facts that are missing.</summary>
    public IEnumerable<string>? Missing { get; init; }

    /// <summary>Where it comes from.</summary>
    public IEnumerable<WireCitation>? Citations { get; init; }

    /// <summary>What a reader has to know of it where it is beyond the documents; absent for what the documents say.</summary>
    public WireModuleOrigin? Module { get; init; }

    /// <summary>On the card of missing data: what was not read or not used.</summary>
    public IEnumerable<WireNote>? Notes { get; init; }

    /// <summary>Changes of this site that the answer rests on.</summary>
    public IEnumerable<WireLocalAdaptation>? LocalAdaptations { get; init; }

    /// <summary>Further conclusions that the same card shows.</summary>
    public IEnumerable<WireCardAssessment>? Related { get; init; }

    internal static WireCardAssessment Of(CardAssessment assessment, Language language) => new()
    {
        Id = assessment.Id,
        Also = assessment.Also.Filled(),
        Value = Filled(assessment.Value),
        Possible = assessment.Possible.Filled(WireValue.Of),
        Status = assessment.Status is { } status ? WireName.Of(status) : null,
        Grade = assessment.Grade,
        Options = assessment.Options.Filled(option => WireBriefOption.Of(option, language)),
        Basis = assessment.Basis.Filled(basis => WireBasis.Of(basis, language)),
        Missing = assessment.Missing.Filled(),
        Citations = assessment.Citations.Filled(WireCitation.Of),
        Module = WireModuleOrigin.Of(assessment.Origin),
        Notes = assessment.Notes.Filled(note => WireNote.Of(note, language)),
        LocalAdaptations = assessment.LocalAdaptations.Filled(adaptation => WireLocalAdaptation.Of(adaptation, language)),
        Related = assessment.Related.Filled(conclusion => Of(conclusion, language)),
    };

    private static WireCardAssessment Of(Conclusion conclusion, Language language) => new()
    {
        Id = conclusion.Id,
        Value = Filled(conclusion.Value),
        Possible = conclusion.Possible.Filled(WireValue.Of),
        Basis = conclusion.Basis.Filled(basis => WireBasis.Of(basis, language)),
        Missing = conclusion.Missing.Filled(),
        Citations = conclusion.Citations.Filled(WireCitation.Of),
        Module = WireModuleOrigin.Of(conclusion.Origin),
    };

    private static object? Filled(Answer? value) => value is null or ListAnswer { Members.Count: 0 } ? null : WireValue.Of(value);
}
