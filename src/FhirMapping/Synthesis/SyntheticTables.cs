namespace Cds.FhirMapping.Synthesis;

/// <summary>What a synthetic patient is examined for at one time.</summary>
internal enum Occasion
{
    /// <summary>At every visit.</summary>
    Followed,

    /// <summary>At a thorough visit.</summary>
    Thorough,

    /// <summary>When the disease is found.</summary>
    WorkUp,

    /// <summary>When the last treatment has stopped working.</summary>
    Progressing,

    /// <summary>On the problem list.</summary>
    Recorded,
}

/// <summary>For whom a row of the tables counts: named disorders, <c>+</c> every disorder, <c>*</c> everybody, <c>-</c> those without one.</summary>
/// <param name="Text">As it stands in the table.</param>
internal readonly record struct ForWhom(string Text)
{
    private const string Nobody = "-";

    /// <summary>Whether the row counts for patients with this disorder; null for those without.</summary>
    public bool Holds(string? condition) => Text switch
    {
        "*" => true,
        "+" => condition is not null,
        _ => Text.Split(';').Contains(condition ?? Nobody),
    };
}

/// <summary>A level that is measured: a row of <c>measurements.csv</c>.</summary>
/// <param name="Fact">Fact.</param>
/// <param name="Occasion">When it is measured.</param>
/// <param name="Of">For whom the row counts.</param>
/// <param name="LightChain">Counts only where the disease makes this light chain; empty for either.</param>
/// <param name="Unit">Unit.</param>
/// <param name="PerLitre">Unit that some write instead, in which the number is ten times as large; empty for none.</param>
/// <param name="Decimals">Digits after the point.</param>
/// <param name="Base">What it is without disease, least and most.</param>
/// <param name="Disease">What as much disease as when it was found adds, least and most.</param>
internal sealed record MeasuredLevel(
    string Fact, Occasion Occasion, ForWhom Of, string LightChain, string Unit, string PerLitre, int Decimals, (double Least, double Most) Base, (double Least, double Most) Disease)
{
    /// <summary>All levels.</summary>
    public static IReadOnlyList<MeasuredLevel> All { get; } =
        [.. SyntheticTables.Rows("measurements").Select(c => new MeasuredLevel(
            c[0], SyntheticTables.OccasionOf(c[1]), new ForWhom(c[2]), c[3], c[4], c[5], int.Parse(c[6], CultureInfo.InvariantCulture),
            (SyntheticTables.Number(c[7]), SyntheticTables.Number(c[8])), (SyntheticTables.Number(c[9]), SyntheticTables.Number(c[10]))))];
}

/// <summary>Something that is found or recorded: a row of <c>findings.csv</c>.</summary>
/// <param name="Id">Fact or condition.</param>
/// <param name="Occasion">When it is looked for.</param>
/// <param name="Of">For whom the row counts.</param>
/// <param name="Kind"><c>finding</c> (one of two answers), <c>score</c> (between two numbers), <c>words</c> (one of two), <c>coded</c> or <c>condition</c> (there or nothing).</param>
/// <param name="First">Lowest score, first of two words or answers, or code.</param>
/// <param name="Second">Highest score, or second of two words or answers.</param>
/// <param name="Share">How many have it, the first of two words, or the code.</param>
internal sealed record LookedFor(string Id, Occasion Occasion, ForWhom Of, string Kind, string First, string Second, double Share)
{
    /// <summary>All of them.</summary>
    public static IReadOnlyList<LookedFor> All { get; } =
        [.. SyntheticTables.Rows("findings").Select(c => new LookedFor(c[0], SyntheticTables.OccasionOf(c[1]), new ForWhom(c[2]), c[3], c[4], c[5], SyntheticTables.Number(c[6])))];
}

/// <summary>Reads the tables that synthetic patients are drawn from.</summary>
internal static class SyntheticTables
{
    /// <summary>The cells of each row behind the head.</summary>
    public static IEnumerable<string[]> Rows(string table)
    {
        using Stream stream = typeof(SyntheticTables).Assembly.GetManifestResourceStream($"synthesis/{table}.csv")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1).Select(row => row.Split(','));
    }

    /// <summary>A number as tables write it.</summary>
    public static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);

    /// <summary>An occasion as tables write it: <c>work-up</c>.</summary>
    public static Occasion OccasionOf(string text) => Enum.Parse<Occasion>(text.Replace("-", "", StringComparison.Ordinal), ignoreCase: true);
}
