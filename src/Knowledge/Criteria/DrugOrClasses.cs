namespace Cds.Knowledge.Criteria;

/// <summary>The choice of order criteria between the ordered drug itself (<c>drug</c>) and the classes within which others count (<c>class</c>).</summary>
internal static class DrugOrClasses
{
    public static IReadOnlyList<CriterionMember> Members(string key) => [CriterionMember.OneOf(key, ["drug", "class"]), new("classes", MemberType.Texts)];

    /// <summary>The classes that count; null for the drug itself.</summary>
    public static IReadOnlyList<string>? Read(ICriterionEntry entry, string key) => entry.RequiredText(key) switch
    {
        "drug" => null,
        "class" => entry.DrugClasses("classes"),
        var other => entry.Report<IReadOnlyList<string>?>(null, $"'{key}' has to be drug or class, not '{other}'", key),
    };
}
