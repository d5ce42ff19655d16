namespace Cds.Knowledge.Criteria;

/// <summary>The form <c>is: C</c>: a criterion that stands once in <c>rules/</c>. What is read is that criterion itself.</summary>
internal static class SharedCriterion
{
    /// <summary>How it is written. Facts and conclusions have a member of the same name, and come first.</summary>
    public static CriterionKind Kind { get; } = new("is", entry => entry.Shared("is"))
    {
        Members = [new("is", MemberType.Texts)],
        Rows = [new("`is: C`", "the shared criterion `C` of `rules/` holds")],
    };
}
