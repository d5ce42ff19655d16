using System.Text.Json.Nodes;

namespace Cds.FhirMapping.Tests.Validation;

/// <summary>Everything in <c>fhir-profiles</c> is valid FHIR R4, and the examples hold to their profiles: judged by a validator of somebody else.</summary>
public sealed class PackageValidationTests : IDisposable
{
    private static readonly string Package = Path.Combine(AppContext.BaseDirectory, "FhirPackage");

    private readonly string _copy = Directory.CreateTempSubdirectory("fhir-package-").FullName;

    public void Dispose() => Directory.Delete(_copy, recursive: true);

    [Fact]
    public void Every_resource_is_valid_and_every_example_holds_to_its_profile()
    {
        (int exit, IReadOnlyList<string> lines) = PackageValidator.Run(Package);
        Assert.DoesNotContain(lines, line => line.StartsWith("invalid ", StringComparison.Ordinal));
        Assert.Equal(0, exit);
        Assert.Equal(Directory.EnumerateFiles(Package, "*.json", SearchOption.AllDirectories).Count() - 1, lines.Count(line => line.StartsWith("valid ", StringComparison.Ordinal)));
        Assert.EndsWith($"with {Directory.EnumerateFiles(Path.Combine(Package, "structuredefinitions")).Count()} profiles", lines[^1], StringComparison.Ordinal);
    }

    [Fact]
    public void Examples_that_break_their_profile_are_found()
    {
        Break("example-m-protein", example => example.Remove("effectiveDateTime"));
        Break("example-free-kappa", example =>
        {
            example.Remove("valueQuantity");
            example["valueString"] = "320 mg/L";
        });
        Break("example-condition", example => example.Remove("code"));
        Break("example-marrow", example => example["colour"] = "red");
        Break("example-refractory", example => example["extension"]![0] = JsonNode.Parse("""{"url":"https://myeloma-cds.example.org/fhir/StructureDefinition/refractory-status","valueString":"yes"}"""));
        Break("example-progression", example => example["meta"]!["profile"]![0] = "https://myeloma-cds.example.org/fhir/StructureDefinition/nothing");
        foreach (string definition in Directory.EnumerateFiles(Path.Combine(Package, "structuredefinitions"))) File.Copy(definition, Path.Combine(_copy, Path.GetFileName(definition)));

        (int exit, IReadOnlyList<string> lines) = PackageValidator.Run(_copy);
        Assert.Equal(1, exit);
        string[] faults = [.. lines.Where(line => line.StartsWith("invalid ", StringComparison.Ordinal)).Distinct()];
        Assert.Equal(
            [
                "invalid example-condition.json: Condition.code: Missing required property",
                "invalid example-free-kappa.json: Observation.valueString: the profile allows valueQuantity",
                "invalid example-m-protein.json: Observation.effective[x]: Missing required property",
                "invalid example-marrow.json: Observation.colour: Invalid additional property \"colour\"",
                "invalid example-progression.json: meta.profile: https://myeloma-cds.example.org/fhir/StructureDefinition/nothing is not in the package",
                "invalid example-refractory.json: MedicationStatement.extension: https://myeloma-cds.example.org/fhir/StructureDefinition/refractory-status needs valueBoolean",
            ],
            faults);
    }

    [Fact]
    public void Every_profile_has_an_example()
    {
        string[] claimed = [.. Directory.EnumerateFiles(Path.Combine(Package, "examples")).SelectMany(file => Claims(JsonNode.Parse(File.ReadAllText(file))!))];
        foreach (string file in Directory.EnumerateFiles(Path.Combine(Package, "structuredefinitions")))
            Assert.Contains(JsonNode.Parse(File.ReadAllText(file))!["url"]!.GetValue<string>(), claimed);
    }

    /// <summary>The profiles that a resource names, and the extensions anywhere in it.</summary>
    private static IEnumerable<string> Claims(JsonNode node) => node switch
    {
        JsonObject item => item.SelectMany(member => (member.Key, member.Value) switch
        {
            ("profile" or "url", JsonValue value) => [value.ToString()],
            ("profile", JsonArray list) => list.Select(value => value!.ToString()),
            (_, { } value) => Claims(value),
            _ => [],
        }),
        JsonArray list => list.SelectMany(item => Claims(item!)),
        _ => [],
    };

    private void Break(string example, Action<JsonObject> change)
    {
        JsonObject resource = JsonNode.Parse(File.ReadAllText(Path.Combine(Package, "examples", example + ".json")))!.AsObject();
        change(resource);
        File.WriteAllText(Path.Combine(_copy, example + ".json"), resource.ToJsonString());
    }
}
