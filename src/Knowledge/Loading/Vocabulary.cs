using Cds.Knowledge.Documents;

namespace Cds.Knowledge.Loading;

/// <summary>All ids that criteria and options may name, known before any criterion is read.</summary>
internal sealed class Vocabulary
{
    public Dictionary<string, FactDefinition> Facts { get; } = [];

    public HashSet<string> Conditions { get; } = [];

    public HashSet<string> Procedures { get; } = [];

    public HashSet<string> Drugs { get; } = [];

    public HashSet<string> DrugClasses { get; } = [];

    public HashSet<string> Regimens { get; } = [];

    public HashSet<string> Actions { get; } = [];

    public HashSet<string> OverrideReasons { get; } = [];

    /// <summary>Documents with their parts.</summary>
    public Dictionary<string, Document> Documents { get; } = [];

    /// <summary>Trials with their figures.</summary>
    public Dictionary<string, Trial> Trials { get; } = [];

    /// <summary>The limits that criteria may name.</summary>
    public LimitBook? Limits { get; set; }

    public HashSet<string> Approvals { get; } = [];

    public HashSet<string> Jurisdictions { get; } = [];

    /// <summary>What regimens are for that name no condition.</summary>
    public IReadOnlyList<string> ConditionsOfRegimens { get; set; } = [];

    /// <summary>Where what was read stands.</summary>
    public Places Places { get; } = new();

    /// <summary>Both languages of the terms of trial evidence.</summary>
    public EvidenceTerms EvidenceTerms { get; set; } = EvidenceTerms.Read();

    /// <summary>Conclusion ids with the values or members they can have; an empty list for numbers.</summary>
    public Dictionary<string, IReadOnlyList<string>> Conclusions { get; } = [];
}
