namespace Cds.CdsHooks.Companion.Timeline;

/// <summary>The record of a patient over time, ready to be drawn.</summary>
public sealed record PatientTimeline
{
    /// <summary>The day at the left edge.</summary>
    public required DateOnly First { get; init; }

    /// <summary>The day at the right edge.</summary>
    public required DateOnly Last { get; init; }

    /// <summary>The day asked about: what comes after it is not looked at.</summary>
    public required DateOnly AsOf { get; init; }

    /// <summary>Markers.</summary>
    public required IReadOnlyList<MarkerChart> Charts { get; init; }

    /// <summary>Drugs, those against the disease first, in the order in which they were begun.</summary>
    public required IReadOnlyList<DrugRow> Drugs { get; init; }

    /// <summary>Lines of therapy.</summary>
    public required IReadOnlyList<TimeSpanOf> Lines { get; init; }

    /// <summary>Transplants, CAR-T infusions, progressions.</summary>
    public required IReadOnlyList<TimeMark> Marks { get; init; }

    /// <summary>Responses, each from the day on which it was first said to the day of the next.</summary>
    public required IReadOnlyList<TimeSpanOf> Responses { get; init; }

    /// <summary>Phases of treatment, likewise.</summary>
    public required IReadOnlyList<TimeSpanOf> Phases { get; init; }
}

/// <summary>A chart of markers that share a scale.</summary>
/// <param name="IsLogarithmic">Whether equal heights are equal ratios.</param>
/// <param name="Lowest">The lowest value of the whole record; on a logarithmic scale the lowest above 0.</param>
/// <param name="Highest">The highest.</param>
/// <param name="Series">The markers.</param>
public sealed record MarkerChart(bool IsLogarithmic, decimal Lowest, decimal Highest, IReadOnlyList<MarkerSeriesOf> Series);

/// <summary>A marker over time.</summary>
/// <param name="Fact">Fact id.</param>
/// <param name="Title">Name for readers.</param>
/// <param name="Low">Lower reference limit of the latest value; null for none.</param>
/// <param name="High">Upper reference limit; null for none.</param>
/// <param name="Points">Its values, oldest first.</param>
public sealed record MarkerSeriesOf(string Fact, LocalizedText Title, decimal? Low, decimal? High, IReadOnlyList<MarkerPoint> Points);

/// <summary>A value of a marker.</summary>
/// <param name="Day">The day.</param>
/// <param name="Place">Where it is drawn: the number, or the end of a bound.</param>
/// <param name="Datum">Value, unit, date and record.</param>
public sealed record MarkerPoint(DateOnly Day, decimal Place, Basis Datum);

/// <summary>A drug over time.</summary>
/// <param name="Drug">Drug id.</param>
/// <param name="Title">Name for readers.</param>
/// <param name="Class">Class id; null for none.</param>
/// <param name="IsTreatment">Whether it is given against the disease.</param>
/// <param name="IsRefractory">Whether the disease is refractory to it.</param>
/// <param name="Bars">When it was given.</param>
public sealed record DrugRow(string Drug, LocalizedText Title, string? Class, bool IsTreatment, bool IsRefractory, IReadOnlyList<DrugBar> Bars);

/// <summary>A stretch of time in which a drug was given.</summary>
/// <param name="From">First day.</param>
/// <param name="To">The latest day that the last dose may have been given.</param>
/// <param name="Runs">Whether it runs on the day asked about.</param>
/// <param name="Line">Number of the line of therapy; null for none.</param>
/// <param name="Records">The records behind it.</param>
public sealed record DrugBar(DateOnly From, DateOnly To, bool Runs, int? Line, IReadOnlyList<Basis> Records);

/// <summary>A stretch of time with a name.</summary>
/// <param name="From">First day.</param>
/// <param name="To">Last day.</param>
/// <param name="Code">A code, for its colour.</param>
/// <param name="Label">Name for readers.</param>
public sealed record TimeSpanOf(DateOnly From, DateOnly To, string Code, LocalizedText Label);

/// <summary>Something that happened on a day.</summary>
/// <param name="Day">The day.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Label">Name for readers.</param>
/// <param name="Resource">The record; null for none.</param>
public sealed record TimeMark(DateOnly Day, TimeMarkKind Kind, LocalizedText Label, string? Resource);

/// <summary>What can happen on a day.</summary>
public enum TimeMarkKind
{
    /// <summary>A transplant.</summary>
    Transplant,

    /// <summary>An infusion of CAR-T cells.</summary>
    CarT,

    /// <summary>Progression.</summary>
    Progression,
}
