using System.Text.RegularExpressions;

namespace Cds.CdsHooks.Commands;

/// <summary>What <c>new-fact</c> is to write.</summary>
/// <param name="Id">Id of the new fact.</param>
/// <param name="Like">The fact that it is like.</param>
/// <param name="Unit">Canonical UCUM unit; null when the author is to fill it in.</param>
/// <param name="Loinc">LOINC code; null when the author is to fill it in.</param>
/// <param name="Rule">Conclusion or recommendation that gets a vignette; null for none.</param>
internal sealed record NewFactRequest(string Id, string Like, string? Unit = null, string? Loinc = null, string? Rule = null);

/// <summary>
/// <c>new-fact ID --like FACT [--unit UNIT] [--loinc CODE] [--rule RULE]</c>: writes the places that a new laboratory fact needs, beside a fact that is
/// alike. What only an author can know stands there as <c>FILL IN</c>, which every check reports until it is filled.
/// </summary>
internal static partial class NewFact
{
    /// <summary>The beginning of a text that still has to be written.</summary>
    private const string FillIn = "FILL IN";

    private const int Written = 0, Refused = 1;

    /// <summary>The lines that the new fact takes over from the one that it is like: when its values count, and what part it plays.</summary>
    private static readonly string[] TakenOver =
        ["kind", "windows", "current-days", "baseline-days", "baseline-days-asymptomatic", "baseline-days-after-start", "present-once-found", "prefetch"];

    /// <summary>Writes the entries.</summary>
    /// <param name="request">What is wanted.</param>
    /// <param name="folder">A folder of the repository.</param>
    /// <param name="output">Where to say what was written and what is left to do.</param>
    /// <returns>0 when all is written, 1 when the id or what it refers to does not fit.</returns>
    public static int Write(NewFactRequest request, string folder, TextWriter output)
    {
        (string id, string like, string? unit, string? loinc, string? rule) = request;
        if (!Id().IsMatch(id)) return Say(output, $"'{id}' is no id: lower case letters, digits and hyphens, beginning with a letter");
        if (KnowledgeSources.Find(folder) is not { } sources) return Say(output, $"{folder} is in no copy of this repository");
        if (sources.FactFile(id) is { } taken) return Say(output, $"the fact '{id}' exists: {taken}");
        if (sources.FactFile(like) is not { } facts) return Say(output, $"there is no fact '{like}' to be like");
        string? vignettes = rule is null ? null : sources.Vignettes(rule);
        if (vignettes is not null && !File.Exists(vignettes)) return Say(output, $"there are no vignettes in {vignettes}");

        string[] lines = KnowledgeSources.LinesOf(facts, like);
        bool hasUnit = Array.Exists(lines, line => line.TrimStart().StartsWith("unit:", StringComparison.Ordinal));
        File.AppendAllText(facts, Entry(id, lines, hasUnit ? unit ?? ToFill("canonical UCUM unit") : null, loinc));
        File.AppendAllText(sources.Codes, $"fact-{id},LOINC,{loinc ?? $"{FillIn}: code"},{FillIn}: name of the code,{FillIn}: where code and name were read\n");
        if (vignettes is not null) File.AppendAllText(vignettes, Vignette(id, rule!, hasUnit ? unit ?? ToFill("unit") : null));

        foreach (string file in new[] { facts, sources.Codes, vignettes }.OfType<string>()) WriteWhatIsLeft(file, output);
        output.WriteLine("Then:");
        output.WriteLine("  python3 tools/build-valuesets.py && python3 tools/build-fhir-package.py");
        output.WriteLine($"  name '{id}' in a rule, with vignettes below, at and above its threshold and without a value");
        output.WriteLine("  dotnet run --project src/CdsHooks -- check-knowledge");
        return Written;
    }

    private static string Entry(string id, string[] lines, string? unit, string? loinc)
    {
        IEnumerable<string> own =
        [
            "",
            $"  - id: {id}",
            $"    title: {{ en: {ToFill("name as cards print it")}, ja: {ToFill("日本語名")} }}",
            .. lines.Where(line => TakenOver.Contains(line.Split(':')[0].Trim())),
            .. unit is null ? Array.Empty<string>() : [$"    unit: {unit}"],
            $"    plausible: {ToFill("[lowest, highest] value that can be true; above and below it is reported and not used")}",
            $"    order: {{ system: \"http://loinc.org\", code: {loinc ?? ToFill("LOINC code")} }}",
        ];
        return string.Concat(own.Select(line => line + "\n"));
    }

    private static string Vignette(string id, string rule, string? unit) => $$"""

        - name: {{ToFill($"what {id} decides, and on which side of which threshold")}}
          asOf: 2026-11-20
          patient: { born: 1960-01-01, sex: female }
          facts:
            - { fact: {{id}}, value: {{ToFill("value")}}{{(unit is null ? "" : $", unit: {unit}")}}, date: 2026-11-10 }
          expect:
            {{rule}}: { value: {{ToFill("conclusion, or status and standing of a recommendation")}} }

        """;

    private static void WriteWhatIsLeft(string file, TextWriter output)
    {
        output.WriteLine(file);
        int number = 0;
        foreach (string line in File.ReadLines(file))
        {
            number++;
            if (line.Contains(FillIn, StringComparison.Ordinal)) output.WriteLine($"  {number}: {line.Trim()}");
        }
    }

    private static string ToFill(string what) => $"\"{FillIn}: {what}\"";

    private static int Say(TextWriter output, string what)
    {
        output.WriteLine(what);
        return Refused;
    }

    [GeneratedRegex("^[a-z][a-z0-9]*(-[a-z0-9]+)*$")]
    private static partial Regex Id();
}
