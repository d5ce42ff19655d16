namespace Cds.Knowledge.Tests.Limits;

/// <summary>Numbers of the content that decide nothing about a patient, or that another test holds; each with the reason.</summary>
internal static class NumbersThatAreNoLimits
{
    private static readonly Dictionary<string, string> Files = new()
    {
        ["coverage/"] = "places in documents",
        ["documents/"] = "years of publication",
        ["documents.yaml"] = "years of publication",
        ["evidence-terms.yaml"] = "words of trial results",
        ["units.yaml"] = "spellings; UnitSpellingsTests",
        ["drugs/forms.yaml"] = "strengths of products; DrugFormTests, GiveableDoseTests",
    };

    private static readonly Dictionary<string, string> Keys = new()
    {
        ["en"] = "text", ["ja"] = "text", ["locator"] = "place in a document", ["grade"] = "grade of recommendation as printed", ["order"] = "place among cards",
        ["value"] = "name of a value", ["is"] = "code", ["in"] = "code",
        ["hazard-ratio"] = "trial result", ["p"] = "trial result", ["result"] = "trial result", ["comparator-result"] = "trial result",
        ["dose"] = "what is given", ["max-dose"] = "what is given", ["change-dose"] = "what is given", ["frequency"] = "what is given", ["due-in"] = "when an order is due",
        ["days"] = "schedule", ["cycle-days"] = "schedule", ["cycles"] = "schedule", ["from-cycle"] = "schedule", ["to-cycle"] = "schedule",
        ["units"] = "conversion; UnitSpellingsTests and the readers of FhirMapping",
    };

    public static bool InFile(string path) => Files.Keys.Any(start => path.StartsWith(start, StringComparison.Ordinal));

    /// <summary>The value of an entry of <c>computations/*.yaml</c> is the limit itself.</summary>
    public static bool At(string file, IEnumerable<string> path) =>
        path.Any(key => Keys.ContainsKey(key) && !(key == "value" && file.StartsWith("computations/", StringComparison.Ordinal)));
}
