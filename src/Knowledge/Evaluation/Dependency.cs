namespace Cds.Knowledge.Evaluation;

/// <summary>Something that a criterion reads.</summary>
/// <param name="Kind">What kind of thing.</param>
/// <param name="Id">Its id.</param>
public readonly record struct Dependency(DependencyKind Kind, string Id);

/// <summary>Kinds of things that criteria read.</summary>
public enum DependencyKind
{
    /// <summary>A fact.</summary>
    Fact,

    /// <summary>A condition.</summary>
    Condition,

    /// <summary>A procedure.</summary>
    Procedure,

    /// <summary>A drug.</summary>
    Drug,

    /// <summary>A drug class.</summary>
    DrugClass,

    /// <summary>An allergy to a drug.</summary>
    Allergy,

    /// <summary>A conclusion.</summary>
    Conclusion,

    /// <summary>The orders being judged: only rules of the order hooks may read them.</summary>
    DraftOrder,
}
