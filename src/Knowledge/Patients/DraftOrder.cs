namespace Cds.Knowledge.Patients;

/// <summary>A drug order that is being written and is not signed yet. Any part but the drug may still be open.</summary>
/// <param name="DrugId">Drug id of the knowledge base.</param>
/// <param name="Resource">FHIR reference of the order; one order of a combination gives one entry for each drug.</param>
/// <param name="IsSelected">Whether the answer has to judge it; the others are background (they may be the prophylaxis asked for).</param>
public sealed record DraftOrder(string DrugId, string Resource, bool IsSelected)
{
    /// <summary>Amount of one dose, in <see cref="DoseUnit"/>; null while it is not chosen.</summary>
    public decimal? DoseAmount { get; init; }

    /// <summary>UCUM unit of one dose (<c>mg</c>, <c>mg/m2</c>, ...).</summary>
    public string? DoseUnit { get; init; }

    /// <summary>Planned doses in 28 days; null while the timing does not say.</summary>
    public decimal? DosesPer28Days { get; init; }

    /// <summary>Days from the first dose to the last, where the order ends; null for no end, and while it is open.</summary>
    public decimal? CourseDays { get; init; }

    /// <summary>The first day, where the order says one; null otherwise.</summary>
    public DateOnly? FirstDay { get; init; }

    /// <summary>Doses in the busiest seven days; null while the timing does not say.</summary>
    public decimal? DosesPerWeek => DosesPer28Days is { } doses ? doses / 28m * Math.Min(7m, CourseDays ?? 7m) : null;

    /// <summary>The orders that it stands for, when several of one drug are judged by what they give together; empty for an order itself.</summary>
    public IReadOnlyList<DraftOrder> Parts { get; init; } = [];

    /// <summary>The orders as they were written.</summary>
    public IReadOnlyList<DraftOrder> Written => Parts.Count > 0 ? Parts : [this];

    /// <summary>Route; null while it is not chosen or is none of those that the knowledge base knows.</summary>
    public Route? Route { get; init; }

    /// <summary>What it says and could not be read; empty for an order that was read, and for what is not chosen yet.</summary>
    public IReadOnlyList<UnreadPart> Unread { get; init; } = [];

    /// <summary>The dose as it was written (<c>1 capsule</c>), where it is not the amount that is judged; null for none.</summary>
    public string? DoseAsWritten { get; init; }

    /// <summary>Whether it has a dose that could not be read.</summary>
    public bool HasUnreadDose => Unread.Any(part => part != UnreadPart.Timing);

    /// <summary>References of the orders that it continues or replaces: these are no duplicates of it.</summary>
    public IReadOnlyList<string> Replaces { get; init; } = [];

    /// <summary>The dates of a drug that runs already and is judged like an order; null for a draft.</summary>
    public string? RunsSince { get; init; }

    /// <summary>Whether the drug was recognised by its text only.</summary>
    public bool MatchedByText { get; init; }
}

/// <summary>An examination or service that is being ordered besides the drugs.</summary>
/// <param name="Id">Fact or action id of the knowledge base.</param>
/// <param name="Resource">FHIR reference.</param>
public sealed record DraftService(string Id, string Resource);
