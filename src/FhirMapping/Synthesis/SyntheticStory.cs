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

/// <summary>One line of a story's treatment: <c>regimen+procedure>maintenance</c>, or <c>procedure:id</c>.</summary>
/// <param name="Regimen">Regimen; empty where the line is a procedure.</param>
/// <param name="FollowedBy">Procedure after it; null for none.</param>
/// <param name="Maintenance">Regimen after that; null for none.</param>
/// <param name="Procedure">The procedure that is the line; null where it is a regimen.</param>
internal sealed record StoryLine(string Regimen, string? FollowedBy, string? Maintenance, string? Procedure)
{
    private const string ProcedureMark = "procedure:";

    /// <summary>Reads a line as the table writes it.</summary>
    public static StoryLine Read(string text)
    {
        if (text.StartsWith(ProcedureMark, StringComparison.Ordinal)) return new StoryLine("", null, null, text[ProcedureMark.Length..]);
        string[] parts = text.Split('>');
        string[] induction = parts[0].Split('+');
        return new StoryLine(induction[0], induction.ElementAtOrDefault(1), parts.ElementAtOrDefault(1), null);
    }
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
    /// <summary>All stories; their shares add up to a thousand.</summary>
    public static IReadOnlyList<SyntheticStory> All { get; } = [.. SyntheticTables.Rows("stories").Select(Row)];

    /// <summary>The story of a number between 0 and 999.</summary>
    public static SyntheticStory At(int draw)
    {
        foreach (SyntheticStory story in All)
        {
            if ((draw -= story.Share) < 0) return story;
        }

        throw new ArgumentOutOfRangeException(nameof(draw), draw, "0 to 999");
    }

    private static SyntheticStory Row(string[] cells)
    {
        string[] months = cells[3].Split('-');
        StoryLine[] lines = [.. cells[4].Split(';', StringSplitOptions.RemoveEmptyEntries).Select(StoryLine.Read)];
        return new SyntheticStory(
            cells[0], Number(cells[1]), cells[2].Length > 0 ? cells[2] : null, (Number(months[0]), Number(months[1])), lines, Enum.Parse<CourseState>(cells[5], ignoreCase: true));
    }

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);
}
