namespace Cds.Knowledge.Patients;

/// <summary>One observed value of a fact.</summary>
/// <param name="FactId">Fact id of the knowledge base.</param>
/// <param name="Value">Value in the canonical unit or code.</param>
/// <param name="Date">When it was observed.</param>
/// <param name="Resource">FHIR reference it came from, for example <c>Observation/b2m</c>.</param>
public sealed record ObservedFact(string FactId, FactValue Value, ClinicalDate Date, string Resource)
{
    /// <summary>Reference limits that came with the result, canonical unit; null for the fact's default limit.</summary>
    public ReferenceLimits? Limits { get; init; }

    /// <summary>The value as it was sent, for example <c>288 nmol/L</c>, when it was converted.</summary>
    public string? Original { get; init; }

    /// <summary>What the value can be when it was rounded for printing (a ratio of 0.01 is 0.005 to 0.015); null where the value itself counts.</summary>
    public ValueRange? AsPrinted { get; init; }

    /// <summary>Reports and panels that it was reported in, so that values of one report can be told to belong together.</summary>
    public IReadOnlyList<string> Reports { get; init; } = [];
}

/// <summary>Reference limits that came with a result, in the fact's canonical unit.</summary>
/// <param name="Low">Lower limit, or null.</param>
/// <param name="High">Upper limit, or null.</param>
public sealed record ReferenceLimits(decimal? Low, decimal? High)
{
    /// <summary>Whether the lower limit itself is outside (<c>&gt; 12</c>).</summary>
    public bool LowExcluded { get; init; }

    /// <summary>Whether the upper limit itself is outside (<c>&lt; 480</c>).</summary>
    public bool HighExcluded { get; init; }

    /// <summary>Whether a range came with the result that could not be read, wholly or in part, or not as one for this patient.</summary>
    public bool IsUnreadable { get; init; }
}
