using Cds.Knowledge.Loading.Forms;

namespace Cds.Knowledge.Authoring;

/// <summary>Forms in the words of JSON Schema; those with a name become definitions.</summary>
/// <param name="definitionsFile">Where the definitions stand.</param>
internal sealed class SchemaForms(string definitionsFile)
{
    private readonly SortedDictionary<string, EntryForm> _named = new(StringComparer.Ordinal);

    /// <summary>What a member or a file has to be.</summary>
    /// <param name="shape">The shape.</param>
    /// <param name="fromDefinitions">Whether it stands in the file of the definitions itself.</param>
    public (string, object)[] Of(Shape shape, bool fromDefinitions) => shape switch
    {
        ScalarShape scalar => [("type", Type(scalar.Kind))],
        WordShape word => [("enum", word.Words.ToArray<object>())],
        FormShape { Entry: { Name: { } name } form } => [("$ref", Reference(name, form, fromDefinitions))],
        FormShape { Entry: var form } => Mapping(form, fromDefinitions),
        ListShape { OneWillDo: false } list => List(list, fromDefinitions),
        ListShape list => [("anyOf", new object[] { Of(list.Item, fromDefinitions), List(list, fromDefinitions) })],
        EitherShape either => [("anyOf", either.Shapes.Select(object (s) => Of(s, fromDefinitions)).ToArray())],
        _ => throw new InvalidOperationException($"Add the shape {shape} to SchemaForms."),
    };

    /// <summary>The definitions that were named, and those that they name in turn.</summary>
    public (string, object)[] Definitions()
    {
        var written = new SortedDictionary<string, object>(StringComparer.Ordinal);
        while (_named.Keys.Except(written.Keys).FirstOrDefault() is { } name) written[name] = Mapping(_named[name], fromDefinitions: true);
        return [.. written.Select(definition => (definition.Key, definition.Value))];
    }

    private string Reference(string name, EntryForm form, bool fromDefinitions)
    {
        if (!_named.TryAdd(name, form) && _named[name] != form) throw new InvalidOperationException($"Two forms are named '{name}'.");
        return $"{(fromDefinitions ? "" : definitionsFile)}#/$defs/{name}";
    }

    private (string, object)[] List(ListShape list, bool fromDefinitions) => [("type", "array"), ("items", Of(list.Item, fromDefinitions))];

    private (string, object)[] Mapping(EntryForm form, bool fromDefinitions)
    {
        var mapping = new List<(string, object)> { ("type", "object") };
        if (form.Meaning is { } meaning) mapping.Add(("description", meaning));
        if (form.Others is { } others)
        {
            mapping.Add(("additionalProperties", Of(others, fromDefinitions)));
            return [.. mapping];
        }

        mapping.Add(("additionalProperties", false));
        mapping.Add(("properties", form.Members.Select(m => (m.Name, (object)(((string, object)[])[.. Of(m.Holds, fromDefinitions), ("description", m.Meaning)]))).ToArray()));
        object[] required = [.. form.Members.Where(m => m.IsRequired).Select(m => m.Name)];
        if (required.Length > 0) mapping.Add(("required", required));
        return [.. mapping];
    }

    private static object Type(ScalarKind kind) => kind switch
    {
        ScalarKind.Text => "string",
        ScalarKind.TextOrNumber => new object[] { "string", "number" },
        ScalarKind.Flag => "boolean",
        ScalarKind.WholeNumber => "integer",
        ScalarKind.Number => "number",
        _ => throw new InvalidOperationException($"Add the kind {kind} to SchemaForms."),
    };
}
