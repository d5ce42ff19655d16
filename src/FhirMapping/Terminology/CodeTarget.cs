namespace Cds.FhirMapping.Terminology;

/// <summary>What a value set stands for: its kind and the id after it (<c>fact</c> and <c>albumin</c> for <c>fact-albumin</c>).</summary>
internal readonly record struct CodeTarget(TargetKind Kind, string Id)
{
    /// <summary>The target that an id says (<c>fact-albumin</c>).</summary>
    /// <exception cref="InvalidDataException">The id does not begin with a kind.</exception>
    public static CodeTarget OfId(string id)
    {
        int end = id.IndexOf('-', StringComparison.Ordinal);
        return end > 0 && Enum.TryParse(id[..end], ignoreCase: true, out TargetKind kind)
            ? new CodeTarget(kind, id[(end + 1)..])
            : throw new InvalidDataException($"the id {id} does not say what it stands for");
    }
}

/// <summary>Kinds of things that codes stand for; the first word of a value set's id.</summary>
internal enum TargetKind
{
    /// <summary>A fact of the knowledge base.</summary>
    Fact,

    /// <summary>A fact together with the value that the code says (<c>disease-status.progression</c>).</summary>
    Value,

    /// <summary>A condition.</summary>
    Condition,

    /// <summary>A procedure.</summary>
    Procedure,

    /// <summary>A drug.</summary>
    Drug,

    /// <summary>An allergy to a drug.</summary>
    Allergy,

    /// <summary>An answer: positive, negative, indeterminate.</summary>
    Answer,

    /// <summary>A remark on a condition: in remission, severe.</summary>
    Qualifier,

    /// <summary>A test whose value has to be read in its own way: cytogenetics, genomic variant, stage.</summary>
    Test,

    /// <summary>One band of a quantity that the bands add up to.</summary>
    Band,

    /// <summary>One chain of an M-protein, tested with an antiserum of its own.</summary>
    Chain,

    /// <summary>A component of a genomic variant.</summary>
    Variant,

    /// <summary>A kind of change of the DNA.</summary>
    Change,

    /// <summary>An examination or other action that can be ordered.</summary>
    Action,

    /// <summary>A route of administration.</summary>
    Route,
}
