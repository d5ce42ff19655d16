using System.Globalization;

namespace Cds.FhirMapping.Synthesis;

/// <summary>How the disease stands at the end of the record.</summary>
internal enum CourseState
{
    /// <summary>Found, no treatment yet.</summary>
    Untreated,

    /// <summary>Without treatment, and without change.</summary>
    Stable,

    /// <summary>The last treatment works.</summary>
    Responding,

    /// <summary>The last treatment has stopped working.</summary>
    Progressing,
}

/// <summary>One line of a story's treatment.</summary>
/// <param name="Regimen">Regimen; <c>car-t</c> is one infusion.</param>
/// <param name="Transplant">Whether an autologous transplant follows.</param>
/// <param name="Maintenance">Regimen after it; null for none.</param>
internal sealed record StoryLine(string Regimen, bool Transplant, string? Maintenance)
{
    /// <summary>The line that is CAR-T cells.</summary>
    public const string CarT = "car-t";
}

/// <summary>A kind of patient, and how often it is drawn: a row of <c>stories.csv</c>.</summary>
/// <param name="Id">Name of the story.</param>
/// <param name="Share">Patients of a thousand.</param>
/// <param name="Condition">Recorded plasma-cell disorder; null for a patient without one.</param>
/// <param name="Months">Shortest and longest time since it was found.</param>
/// <param name="Lines">Lines of treatment, the last of which runs.</param>
/// <param name="State">How it stands.</param>
internal sealed record SyntheticStory(string Id, int Share, string? Condition, (int Least, int Most) Months, IReadOnlyList<StoryLine> Lines, CourseState State)
{
    private const string Resource = "synthesis/stories.csv";

    /// <summary>All stories; their shares add up to a thousand.</summary>
    public static IReadOnlyList<SyntheticStory> All { get; } = Read();

    /// <summary>The story of a number between 0 and 999.</summary>
    public static SyntheticStory At(int draw)
    {
        foreach (SyntheticStory story in All)
        {
            if ((draw -= story.Share) < 0) return story;
        }

        throw new ArgumentOutOfRangeException(nameof(draw), draw, "0 to 999");
    }

    private static SyntheticStory[] Read()
    {
        using Stream stream = typeof(SyntheticStory).Assembly.GetManifestResourceStream(Resource)!;
        using var reader = new StreamReader(stream);
        return [.. reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1).Select(Row)];
    }

    private static SyntheticStory Row(string row)
    {
        string[] cells = row.Split(',');
        string[] months = cells[3].Split('-');
        StoryLine[] lines = [.. cells[4].Split(';', StringSplitOptions.RemoveEmptyEntries).Select(Line)];
        return new SyntheticStory(
            cells[0], Number(cells[1]), cells[2].Length > 0 ? cells[2] : null, (Number(months[0]), Number(months[1])), lines, Enum.Parse<CourseState>(cells[5], ignoreCase: true));
    }

    private static StoryLine Line(string text)
    {
        string[] parts = text.Split('>');
        bool transplant = parts[0].EndsWith("+transplant", StringComparison.Ordinal);
        return new StoryLine(transplant ? parts[0][..parts[0].IndexOf('+', StringComparison.Ordinal)] : parts[0], transplant, parts.ElementAtOrDefault(1));
    }

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);
}
