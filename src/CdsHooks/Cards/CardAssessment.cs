using Cds.Knowledge.Adaptation;
using Cds.Knowledge.Documents;
using Cds.Knowledge.Modules;
using Cds.Knowledge.Patients;

namespace Cds.CdsHooks.Cards;

/// <summary>The part of the assessment that a card shows, as data: member <c>org.myeloma-cds.assessment</c> of the card's extension.</summary>
/// <param name="Id">Conclusion or recommendation id; <c>workup.missing</c> for the card of what is missing.</param>
internal sealed record CardAssessment(string Id)
{
    /// <summary>Other recommendations whose options stand in the same ranking.</summary>
    public IReadOnlyList<string> Also { get; init; } = [];

    /// <summary>
    /// What of the rule it is about, for overrides: the drug and the findings of a card about an order. Null when the rule says it all. Not shown.
    /// </summary>
    public string? Scope { get; init; }

    /// <summary>What it says of the patient, for overrides that hold until it says something else; null where that does not matter. Not shown, and recorded as a hash only.</summary>
    public string? State { get; init; }

    /// <summary>Whether it is shown whatever was overridden: it tells of data that could not be read.</summary>
    public bool IsAlwaysShown { get; init; }

    /// <summary>Value of a conclusion.</summary>
    public Answer? Value { get; init; }

    /// <summary>Values that the data still allow.</summary>
    public IReadOnlyList<Answer> Possible { get; init; } = [];

    /// <summary>Status of a recommendation.</summary>
    public RecommendationStatus? Status { get; init; }

    /// <summary>Grade as the document prints it.</summary>
    public string? Grade { get; init; }

    /// <summary>Options, the first one ranks first.</summary>
    public IReadOnlyList<Option> Options { get; init; } = [];

    /// <summary>The data used.</summary>
    public IReadOnlyList<Basis> Basis { get; init; } = [];

    /// <summary>Fact ids that are missing.</summary>
    public IReadOnlyList<string> Missing { get; init; } = [];

    /// <summary>Where it comes from.</summary>
    public IReadOnlyList<Citation> Citations { get; init; } = [];

    /// <summary>What a reader has to know of it where it is beyond the documents; null for an answer of theirs.</summary>
    public ModuleOrigin? Origin { get; init; }

    /// <summary>Changes of this site that the answer rests on.</summary>
    public IReadOnlyList<LocalAdaptation> LocalAdaptations { get; init; } = [];

    /// <summary>What was not read or not used, on the card of what is missing.</summary>
    public IReadOnlyList<Note> Notes { get; init; } = [];

    /// <summary>Further conclusions that the same card shows.</summary>
    public IReadOnlyList<Conclusion> Related { get; init; } = [];
}
