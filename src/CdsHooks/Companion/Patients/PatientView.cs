using Cds.CdsHooks.Companion.Timeline;
using Cds.CdsHooks.Companion.Trials;
using Cds.Knowledge.Patients;

namespace Cds.CdsHooks.Companion.Patients;

/// <summary>What is shown of a patient at one moment: the assessment, its cards, and how both came about.</summary>
public sealed record PatientView
{
    /// <summary>What the patient is called on the page.</summary>
    public required LocalizedText Name { get; init; }

    /// <summary>Path of the form that reads the record again, without a leading slash; null where it cannot be read again.</summary>
    public string? Again { get; init; }

    /// <summary>The moment shown.</summary>
    public required AsOf AsOf { get; init; }

    /// <summary>The record, supposed values in it.</summary>
    public required PatientFacts Facts { get; init; }

    /// <summary>What the knowledge says.</summary>
    public required Assessment Assessment { get; init; }

    /// <summary>The cards of the moment.</summary>
    public required IReadOnlyList<CardInView> Cards { get; init; }

    /// <summary>Summaries of the cards that the supposed values took away.</summary>
    public required IReadOnlyList<string> Gone { get; init; }

    /// <summary>The days on which the record changed, oldest first.</summary>
    public required IReadOnlyList<Moment> Moments { get; init; }

    /// <summary>What is supposed, beside what the record says; null where it says nothing.</summary>
    public required IReadOnlyList<(Basis Supposed, Basis? Recorded)> Supposed { get; init; }

    /// <summary>The record over time.</summary>
    public required PatientTimeline Timeline { get; init; }

    /// <summary>What the facts that the explained answer lacks would change, as far as that was tried.</summary>
    public IReadOnlyList<FactTrial> Trials { get; init; } = [];

    /// <summary>What is to be explained; null for nothing.</summary>
    public ChosenAnswer? Chosen { get; init; }
}
