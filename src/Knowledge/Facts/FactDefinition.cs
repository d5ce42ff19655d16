namespace Cds.Knowledge.Facts;

/// <summary>What kind of value a fact has.</summary>
public enum FactKind
{
    /// <summary>A number with a unit.</summary>
    Quantity,

    /// <summary>A number without a unit (score, grade, ratio).</summary>
    Number,

    /// <summary>A count of findings; a bare "present" means at least one, "absent" means none.</summary>
    Count,

    /// <summary>A finding that is present or absent.</summary>
    Presence,

    /// <summary>One of a closed list of codes.</summary>
    Code,
}

/// <summary>How one accepted unit becomes the canonical unit: <c>(value - Subtract) x Factor</c>.</summary>
/// <param name="Factor">Multiplier.</param>
/// <param name="Subtract">Offset taken off first; only temperatures need one.</param>
public sealed record UnitFactor(decimal Factor, decimal Subtract = 0m);

/// <summary>The limit from which a quantitative result counts as present.</summary>
/// <param name="Limit">Limit, in the unit it is given for.</param>
/// <param name="Inclusive">Whether the limit itself counts as present.</param>
public sealed record PositiveLimit(decimal Limit, bool Inclusive);

/// <summary>A reference limit that applies when the result carries none; null for both sexes means it has no such limit.</summary>
/// <param name="Male">Limit for men, canonical unit.</param>
/// <param name="Female">Limit for women, canonical unit.</param>
public sealed record DefaultLimit(decimal Male, decimal Female);

/// <summary>A fact that the knowledge base can reason about: its unit, what is plausible, how long a value stays current.</summary>
public sealed record FactDefinition
{
    /// <summary>Stable id, kebab case.</summary>
    public required string Id { get; init; }

    /// <summary>Name for readers.</summary>
    public required LocalizedText Title { get; init; }

    /// <summary>Kind of value.</summary>
    public required FactKind Kind { get; init; }

    /// <summary>Canonical UCUM unit; null for kinds without a unit.</summary>
    public string? Unit { get; init; }

    /// <summary>Accepted UCUM units with their conversion, the canonical one included.</summary>
    public IReadOnlyDictionary<string, UnitFactor> Units { get; init; } = new Dictionary<string, UnitFactor>();

    /// <summary>Lowest physically possible value in the canonical unit, included.</summary>
    public decimal? PlausibleLow { get; init; }

    /// <summary>Highest physically possible value in the canonical unit, included.</summary>
    public decimal? PlausibleHigh { get; init; }

    /// <summary>For <see cref="FactKind.Code"/>: the codes.</summary>
    public IReadOnlyList<string> Codes { get; init; } = [];

    /// <summary>Days for which a value counts as current; null for any time.</summary>
    public int? CurrentDays { get; init; }

    /// <summary>Days for which a value counts as baseline before the reference day; null for any time.</summary>
    public int? BaselineDays { get; init; }

    /// <summary>The same while the recorded disease is MGUS or smouldering myeloma (follow-up is rare); null for any time.</summary>
    public int? BaselineDaysAsymptomatic { get; init; }

    /// <summary>Days after the start of the first line in which a test still describes the disease at diagnosis (cytogenetics 90).</summary>
    public int BaselineDaysAfterStart { get; init; }

    /// <summary>
    /// For <see cref="FactKind.Presence"/>: the limit from which a quantitative result counts as present, by UCUM unit, when the result carries
    /// neither an interpretation nor its own reference range. Empty when no source gives one; such a result then does not decide.
    /// </summary>
    public IReadOnlyDictionary<string, PositiveLimit> Positive { get; init; } = new Dictionary<string, PositiveLimit>();

    /// <summary>Names of codes for readers, where the code itself is none (<c>progression</c>; an isotype or a stage needs none).</summary>
    public IReadOnlyDictionary<string, LocalizedText> CodeTitles { get; init; } = new Dictionary<string, LocalizedText>();

    /// <summary>Default upper reference limit.</summary>
    public DefaultLimit? UpperLimit { get; init; }

    /// <summary>Default lower reference limit.</summary>
    public DefaultLimit? LowerLimit { get; init; }

    /// <summary>Present once is present for ever (bone lesions, cytogenetic abnormalities).</summary>
    public bool PresentOnceFound { get; init; }

    /// <summary>Prefetch key under which its codes are asked for; null for a fact that no standard code names.</summary>
    public PrefetchGroup? Prefetch { get; init; }

    /// <summary>For amounts: "not detected" says that there is none of it.</summary>
    public bool AbsentIsZero { get; init; }

    /// <summary>How a code is read from text; null where the codes and their names are looked up.</summary>
    public CodeReading? ReadsAs { get; init; }

    /// <summary>For an immunofixation: which M-protein types its text may name; null for other facts.</summary>
    public IsotypeTold? TellsIsotype { get; init; }

    /// <summary>Whether it says that an examination took place: "done" is present, and a date as the value is the day it was done.</summary>
    public bool IsExamination { get; init; }

    /// <summary>Whether its number was worked out and rounded by the laboratory, so that it is no finer than its printed digits.</summary>
    public bool AsPrinted { get; init; }

    /// <summary>UCUM unit of body size that doses are reckoned per (<c>kg</c>, <c>m2</c>), where this fact is that size; null for other facts.</summary>
    public string? DosesPer { get; init; }

    /// <summary>The finding of which it is the share of cells; null for other facts. A result of that finding in per cent is a value of this fact too.</summary>
    public string? ShareOf { get; init; }

    /// <summary>Facts that it is found from, where code derives it from a list.</summary>
    public IReadOnlyList<string> FromFacts { get; init; } = [];

    /// <summary>Conditions that it is found from, where code derives it from a list.</summary>
    public IReadOnlyList<string> FromConditions { get; init; } = [];

    /// <summary>Computed from other facts in code; such a fact may also be sent, and its class says when the value as sent counts (usually first).</summary>
    public bool Derived { get; init; }

    /// <summary>
    /// LOINC or project code under which a missing value can be ordered (system and code), if any.
    /// </summary>
    public OrderCode? Order { get; init; }
}

/// <summary>A code under which an examination can be requested.</summary>
/// <param name="System">Code system URI.</param>
/// <param name="Code">Code.</param>
public sealed record OrderCode(string System, string Code);
