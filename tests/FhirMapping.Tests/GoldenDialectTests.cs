using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Cds.FhirMapping.Tests;

/// <summary>
/// The golden bundles written by <c>tools/build-golden-bundles.py</c>: one patient a file, in one dialect, with the facts expected of it.
/// </summary>
public sealed class GoldenDialectTests
{
    public static TheoryData<string> Files() => [.. Golden.Files];

    [Theory]
    [MemberData(nameof(Files))]
    public void Everything_expected_is_read_and_nothing_else(string file)
    {
        using JsonDocument golden = JsonDocument.Parse(Reading.File(file));
        IEnumerable<string> expected = golden.RootElement.GetProperty("expected").EnumerateArray().Select(line => line.GetString()!);
        var facts = Reading.OfBundle(golden.RootElement.GetProperty("bundle").GetRawText()).Facts!;
        Assert.Equal(expected.Order(StringComparer.Ordinal), FactSummary.Lines(facts).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void There_are_thirty_bundles_and_more_in_every_dialect()
    {
        Assert.True(Directory.EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "Bundles")).Count() + Golden.Files.Count >= 30);
        foreach (string dialect in new[] { "jp-core", "mcode", "us-core", "messy", "r4b", "r5" }) Assert.Contains(Golden.Files, file => file.StartsWith($"golden/{dialect}-", StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void Order_and_repetition_of_resources_make_no_difference(string file)
    {
        JsonArray entries = Golden.Bundle(file)["entry"]!.AsArray();
        string[] resources = [.. entries.Select(entry => entry!["resource"]!.ToJsonString())];
        string expected = Golden.Answers(Reading.Of(resources).Facts!);
        var order = new Random(20261121);
        for (int i = 0; i < 5; i++)
        {
            string[] shuffled = [.. resources];
#pragma warning disable CA5394 // A fixed seed: every run sees the same orders.
            order.Shuffle(shuffled);
#pragma warning restore CA5394
            Assert.Equal(expected, Golden.Answers(Reading.Of(shuffled).Facts!));
            Assert.Equal(expected, Golden.Answers(Reading.Of([.. shuffled, .. resources]).Facts!));
        }
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void Pages_of_a_prefetch_say_the_same_as_one_bundle(string file)
    {
        string[] resources = [.. Golden.Bundle(file)["entry"]!.AsArray().Select(entry => entry!["resource"]!.ToJsonString())];
        string expected = Golden.Answers(Reading.Of(resources).Facts!);
        for (int size = 1; size <= 3; size++)
        {
            string[] types = ["Patient", "Condition", "Procedure", "AllergyIntolerance", "MedicationRequest", "MedicationStatement", "MedicationAdministration", "MedicationDispense", "Observation"];
            PrefetchPart[] parts =
            [
                .. types.Select(type => new PrefetchPart(type, type, Encoding.UTF8.GetBytes(Reading.Bundle()), true)),
                .. resources.Chunk(size).Select(page => new PrefetchPart("pages", "Observation", Encoding.UTF8.GetBytes(Reading.Bundle(page)), true)),
            ];
            Assert.Equal(expected, Golden.Answers(Reading.Reader.ReadPrefetch("p1", parts, cancellation: TestContext.Current.CancellationToken).Facts!));
        }
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void Other_units_for_the_same_amounts_make_no_difference(string file)
    {
        JsonNode bundle = Golden.Bundle(file);
        string expected = Golden.Answers(Reading.OfBundle(bundle.ToJsonString()).Facts!);
        Golden.ChangeUnits(bundle);
        Assert.Equal(expected, Golden.Answers(Reading.OfBundle(bundle.ToJsonString()).Facts!));
    }
}
