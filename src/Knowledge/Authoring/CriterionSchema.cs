using System.Text;
using Cds.Knowledge.Criteria;
using Cds.Knowledge.Evaluation;

namespace Cds.Knowledge.Authoring;

/// <summary>The part of the editor schema that describes criteria, made from the kinds themselves.</summary>
public static class CriterionSchema
{
    private const string Begin = "\n  \"criterion\": ", End = "\n  }";

    /// <summary>The definitions that all schemas share (<c>definitions.schema.json</c>), with the criterion as its kinds have it now.</summary>
    public static string Write(string definitions)
    {
        int begin = definitions.IndexOf(Begin, StringComparison.Ordinal) + Begin.Length;
        int end = definitions.IndexOf(End, begin, StringComparison.Ordinal) + End.Length;
        return definitions[..begin] + Json(Criterion(), 2) + definitions[end..];
    }

    /// <exception cref="InvalidOperationException">Two kinds mean different things by a member of one name.</exception>
    private static (string, object)[] Criterion()
    {
        var properties = new List<(string, object)>();
        foreach (IGrouping<string, CriterionMember> uses in CriterionKinds.All.SelectMany(kind => kind.Members).GroupBy(member => member.Name))
        {
            // A member that is one word for one kind and one or more for another may be a list in the schema.
            CriterionMember widest = uses.FirstOrDefault(member => member.Type == MemberType.Texts) ?? uses.First();
            if (uses.Any(member => member.Type != widest.Type && (member.Type, widest.Type) is not (MemberType.Text, MemberType.Texts)))
                throw new InvalidOperationException($"Kinds of criteria differ about what '{uses.Key}' holds.");
            string? description = uses.Select(member => member.Description).OfType<string>().FirstOrDefault();
            properties.Add((uses.Key, description is null ? Of(widest) : [.. Of(widest), ("description", description)]));
        }

        return
        [
            ("type", "object"), ("additionalProperties", false), ("properties", properties.ToArray()), ("minProperties", 1),
            ("description", "One condition: a kind (all, any, fact, condition, given-drug, conclusion, ...) with its members."),
        ];
    }

    private static (string, object)[] Of(CriterionMember member) => member.Type switch
    {
        MemberType.Criterion => Reference,
        MemberType.Criteria => List(Reference),
        MemberType.CountOfCriteria =>
        [
            ("type", "object"), ("additionalProperties", false), ("properties", new (string, object)[] { ("count", Plain("integer")), ("of", List(Reference)) }),
            ("required", new object[] { "count", "of" }),
        ],
        MemberType.Text => Plain("string"),
        MemberType.Texts => [("anyOf", new object[] { Plain("string"), List(Plain("string")) })],
        MemberType.List => List(Plain("string")),
        MemberType.Flag => Plain("boolean"),
        MemberType.WholeNumber => Plain("integer"),
        MemberType.Number => Plain("number"),
        MemberType.Threshold => [("anyOf", new object[] { Plain("string"), Plain("number") })],
        MemberType.Amount => [.. Plain("string"), ("description", "Number and the unit of the fact: 3.5 mg/L.")],
        MemberType.Dose => [.. Plain("string"), ("description", "Number and UCUM unit: 1.3 mg/m2.")],
        MemberType.Word => [("enum", member.Words.ToArray<object>())],
        _ => throw new InvalidOperationException($"Add the type {member.Type} to CriterionSchema."),
    };

    private static (string, object)[] Reference => [("$ref", "#/$defs/criterion")];

    private static (string, object)[] Plain(string type) => [("type", type)];

    private static (string, object)[] List((string, object)[] items) => [("type", "array"), ("items", items)];

    /// <summary>JSON in the layout of the file: members and items on lines of their own, one space deeper each level.</summary>
    private static string Json(object value, int depth) => value switch
    {
        (string, object)[] members => Lines("{", members.Select(m => $"\"{m.Item1}\": {Json(m.Item2, depth + 1)}"), "}", depth),
        object[] items => Lines("[", items.Select(item => Json(item, depth + 1)), "]", depth),
        string text => '"' + text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal) + '"',
        bool flag => flag ? "true" : "false",
        _ => FormattableString.Invariant($"{value}"),
    };

    private static string Lines(string open, IEnumerable<string> parts, string close, int depth) =>
        new StringBuilder(open).Append('\n').AppendJoin(",\n", parts.Select(part => new string(' ', depth + 1) + part)).Append('\n').Append(' ', depth).Append(close).ToString();
}
