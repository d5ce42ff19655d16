using Cds.Knowledge.Conclusions;
using Cds.Knowledge.Recommendations;

namespace Cds.Knowledge;

/// <summary>
/// Which entries play a part that code asks for, as the entries themselves say (<c>event: car-t-infusion</c>, <c>asymptomatic: true</c>). Code names the part, never the entry.
/// </summary>
public sealed class KnowledgeRoles
{
    private readonly Dictionary<SinceEvent, string[]> _proceduresOf;
    private readonly Dictionary<SinceEvent, string[]> _drugsOf;
    private readonly Dictionary<DosePurpose, string[]> _preceded;
    private readonly Dictionary<string, FactDefinition> _bodySizes;
    private readonly Dictionary<CodeReading, FactDefinition> _readings;
    private readonly Dictionary<string, FactDefinition> _shares;
    private readonly Dictionary<Computation, string> _computed;
    private readonly ILookup<string, Regimen> _regimens;

    internal KnowledgeRoles(KnowledgeBase knowledge)
    {
        Knowledge = knowledge;
        ProcedureDefinition[] procedures = [.. knowledge.Procedures.Values.OrderBy(p => p.Id, StringComparer.Ordinal)];
        Drug[] drugs = [.. knowledge.Drugs.Values.OrderBy(d => d.Id, StringComparer.Ordinal)];
        _proceduresOf = Ids(procedures, p => p.Event, p => p.Id);
        _drugsOf = Ids(drugs, d => d.Event, d => d.Id);
        _preceded = Ids(procedures, p => p.PrecededBy, p => p.Id);
        _bodySizes = First(knowledge.Facts.Values.Where(f => f.DosesPer is not null), f => f.DosesPer!);
        _readings = First(knowledge.Facts.Values.Where(f => f.ReadsAs is not null), f => f.ReadsAs!.Value);
        _shares = First(knowledge.Facts.Values.Where(f => f.ShareOf is not null), f => f.ShareOf!);
        ComputedConclusion[] computed = [.. knowledge.Conclusions.OfType<ComputedConclusion>()];
        _computed = First(computed, c => c.Computation).ToDictionary(c => c.Key, c => c.Value.Id);
        _regimens = knowledge.Regimens.Values.ToLookup(regimen => Together(regimen.Drugs.Select(drug => drug.Drug)), StringComparer.Ordinal);
        Treatments = [.. drugs.Where(d => d.IsTreatment).Select(d => d.Id)];
        HighDoseDrugs = [.. drugs.Where(d => d.HasHighDose).Select(d => d.Id)];
        AsymptomaticConditions = [.. knowledge.Conditions.Values.Where(c => c.IsAsymptomatic == true).Select(c => c.Id)];
        ActiveConditions = [.. knowledge.Conditions.Values.Where(c => c.IsAsymptomatic == false).Select(c => c.Id)];
        Diagnosis = knowledge.Conclusions.OfType<Diagnosis>().FirstOrDefault()?.Id;
        StagingCard = [.. knowledge.Conclusions.Where(c => c.StagingCard is not null).OrderBy(c => c.StagingCard!.Place)];
        MissingDataReasons = [.. knowledge.OverrideReasons.Values.Where(r => r.PlaceForMissingData is not null).OrderBy(r => r.PlaceForMissingData)];
    }

    /// <summary>Drugs that count for lines, exposure and refractoriness.</summary>
    public IReadOnlyList<string> Treatments { get; }

    /// <summary>Drugs of which a high dose is treatment of its own.</summary>
    public IReadOnlyList<string> HighDoseDrugs { get; }

    /// <summary>Plasma-cell disorders that are only watched.</summary>
    public IReadOnlyList<string> AsymptomaticConditions { get; }

    /// <summary>Plasma-cell disorders that have become active myeloma.</summary>
    public IReadOnlyList<string> ActiveConditions { get; }

    /// <summary>The conclusion that is the diagnosis; null when there is none.</summary>
    public string? Diagnosis { get; }

    /// <summary>Conclusions of the card of stage and risk, in their order.</summary>
    public IReadOnlyList<ConclusionDefinition> StagingCard { get; }

    /// <summary>Reasons for which the card of what is missing may be set aside, in their order.</summary>
    public IReadOnlyList<OverrideReason> MissingDataReasons { get; }

    internal KnowledgeBase Knowledge { get; }

    /// <summary>Procedures that are an event.</summary>
    public IReadOnlyList<string> Procedures(SinceEvent since) => _proceduresOf.GetValueOrDefault(since) ?? [];

    /// <summary>Drugs of which giving one is an event.</summary>
    public IReadOnlyList<string> Drugs(SinceEvent since) => _drugsOf.GetValueOrDefault(since) ?? [];

    /// <summary>Procedures that something is given for in the days before.</summary>
    public IReadOnlyList<string> ProceduresPrecededBy(DosePurpose purpose) => _preceded.GetValueOrDefault(purpose) ?? [];

    /// <summary>The fact that is the body size which doses are reckoned per; null when none is.</summary>
    /// <param name="unit">UCUM unit (<c>kg</c>, <c>m2</c>).</param>
    public FactDefinition? BodySize(string unit) => _bodySizes.GetValueOrDefault(unit);

    /// <summary>The fact whose codes are read by a grammar of their own; null when none is.</summary>
    public FactDefinition? Read(CodeReading reading) => _readings.GetValueOrDefault(reading);

    /// <summary>The fact that is the share of cells of a finding; null when none is.</summary>
    /// <param name="fact">Id of the finding.</param>
    public FactDefinition? ShareOf(string fact) => _shares.GetValueOrDefault(fact);

    /// <summary>The conclusion that a computation answers; null when none is.</summary>
    public string? Computed(Computation computation) => _computed.GetValueOrDefault(computation);

    /// <summary>The regimens that consist of just these drugs.</summary>
    public IEnumerable<Regimen> RegimensOf(IEnumerable<string> drugs) => _regimens[Together(drugs)];

    /// <summary>Whether the drugs given together are a maintenance treatment: one that is so alone, or a pair.</summary>
    public bool IsMaintenance(IReadOnlyCollection<string> drugs)
    {
        Drug[] known = [.. drugs.Select(id => Knowledge.Drugs.GetValueOrDefault(id)).OfType<Drug>()];
        return known.Length == drugs.Count && known switch
        {
            [var alone] => alone.IsMaintenanceAlone,
            [var one, var other] => one.MaintenanceWith.Contains(other.Id) || other.MaintenanceWith.Contains(one.Id),
            _ => false,
        };
    }

    private static string Together(IEnumerable<string> drugs) => string.Join(' ', drugs.Distinct().Order(StringComparer.Ordinal));

    private static Dictionary<TKey, string[]> Ids<T, TKey>(IEnumerable<T> entries, Func<T, TKey?> key, Func<T, string> id)
        where TKey : struct =>
        entries.Where(entry => key(entry) is not null).GroupBy(entry => key(entry)!.Value).ToDictionary(group => group.Key, group => group.Select(id).ToArray());

    private static Dictionary<TKey, T> First<TKey, T>(IEnumerable<T> entries, Func<T, TKey> key)
        where TKey : notnull => entries.GroupBy(key).ToDictionary(group => group.Key, group => group.First());
}
