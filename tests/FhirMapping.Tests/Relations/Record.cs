using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Cds.Knowledge.Evaluation;
using Cds.Knowledge.Patients;

namespace Cds.FhirMapping.Tests.Relations;

/// <summary>A patient's Bundle and the moment asked about; a relation changes a copy of it.</summary>
/// <param name="Name">The file it comes from.</param>
/// <param name="AsOf">Date or date-time.</param>
/// <param name="Bundle">The Bundle.</param>
internal sealed record Record(string Name, string AsOf, JsonObject Bundle)
{
    private static readonly Cds.Knowledge.Assessor Assessor = new(Reading.Knowledge);

    /// <summary>Every sample, journey, case and whole field patient.</summary>
    public static IReadOnlyList<Record> All { get; } = [.. Files().Select(Read).OfType<Record>()];

    private static readonly string[] Types =
        ["Patient", "Condition", "Procedure", "AllergyIntolerance", "MedicationRequest", "MedicationStatement", "MedicationAdministration", "MedicationDispense", "Observation"];

    /// <summary>Sent as pages of so many resources, as the parts of a prefetch; null for one Bundle.</summary>
    public int? PageSize { get; init; }

    /// <summary>The entries of the Bundle.</summary>
    public JsonArray Entries => Bundle["entry"]!.AsArray();

    /// <summary>The resources, of one type or of all.</summary>
    public IEnumerable<JsonObject> Resources(string? type = null) => Entries.Select(entry => entry?["resource"]).OfType<JsonObject>()
        .Where(resource => type is null || resource["resourceType"]?.GetValue<string>() == type);

    /// <summary>Whether its resources refer to each other by addresses that mean something in this one Bundle only.</summary>
    public bool HasOwnAddresses => Bundle.ToJsonString().Contains("urn:uuid:", StringComparison.Ordinal);

    /// <summary>Reference of the patient.</summary>
    public string Subject => "Patient/" + Resources("Patient").First()["id"]!.GetValue<string>();

    /// <summary>A copy to change.</summary>
    public Record Copy() => this with { Bundle = Bundle.DeepClone().AsObject() };

    /// <summary>A copy with each resource of a type changed.</summary>
    public Record With(string? type, Action<JsonObject> change)
    {
        Record copy = Copy();
        foreach (JsonObject resource in copy.Resources(type).ToArray()) change(resource);
        return copy;
    }

    /// <summary>A copy with further resources.</summary>
    public Record Adding(params IEnumerable<JsonNode> resources)
    {
        Record copy = Copy();
        foreach (JsonNode resource in resources) copy.Entries.Add(new JsonObject { ["resource"] = resource });
        return copy;
    }

    /// <summary>What is read of it.</summary>
    public PatientFacts Facts()
    {
        PatientFactsReading reading = PageSize is { } size
            ? Reading.Reader.ReadPrefetch(Subject["Patient/".Length..], [.. Types.Select(type => Part(type, [])), .. Resources().Chunk(size).Select(page => Part("Observation", page))])
            : Reading.Reader.ReadBundle(Encoding.UTF8.GetBytes(Bundle.ToJsonString()));
        return reading.Facts ?? throw new InvalidOperationException($"{Name} cannot be read.");
    }

    /// <summary>Its assessment.</summary>
    public Answers Answers() => Of(Facts());

    /// <summary>The assessment of facts at this moment.</summary>
    public Answers Of(PatientFacts facts) => new(Assessor.Assess(facts, Moment));

    /// <summary>The moment asked about, in Japanese time.</summary>
    public AsOf Moment => DateOnly.TryParse(AsOf, CultureInfo.InvariantCulture, out DateOnly day)
        ? Cds.Knowledge.Evaluation.AsOf.EndOf(day)
        : Cds.Knowledge.Evaluation.AsOf.At(TimeZoneInfo.ConvertTime(DateTimeOffset.Parse(AsOf, CultureInfo.InvariantCulture), Reading.Tokyo).DateTime);

    private static PrefetchPart Part(string type, JsonObject[] resources) => new(type, type, Encoding.UTF8.GetBytes(Reading.Bundle([.. resources.Select(resource => resource.ToJsonString())])), true);

    private static IEnumerable<string> Files()
    {
        string root = Root();
        string tests = Path.Combine(root, "tests", "CdsHooks.Tests");
        return Directory.GetFiles(Path.Combine(root, "samples"), "*.json").Concat(Directory.GetFiles(Path.Combine(root, "samples", "journeys"), "*.json"))
            .Concat(Directory.GetFiles(Path.Combine(tests, "Cases"), "*.json", SearchOption.AllDirectories))
            .Concat(Directory.GetFiles(Path.Combine(tests, "Field", "Patients"), "*.json"))
            .Order(StringComparer.Ordinal);
    }

    /// <summary>Bundles of a living patient who can be read; requests of hooks are not among them.</summary>
    private static Record? Read(string file)
    {
        JsonObject content = JsonNode.Parse(File.ReadAllText(file))!.AsObject();
        if (content["service"] is not null) return null;
        JsonObject bundle = content["bundle"]?.AsObject() ?? content;
        if (bundle["entry"] is not JsonArray entries || entries.Count(entry => entry?["resource"]?["resourceType"]?.GetValue<string>() == "Patient") != 1) return null;
        return new Record(Path.GetFileNameWithoutExtension(file), content["asOf"]?.GetValue<string>() ?? "2026-11-20", bundle.DeepClone().AsObject());
    }

    private static string Root()
    {
        DirectoryInfo folder = new(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Cds.sln"))) folder = folder.Parent!;
        return folder.FullName;
    }
}
