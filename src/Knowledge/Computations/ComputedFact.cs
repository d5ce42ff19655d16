namespace Cds.Knowledge.Computations;

/// <summary>The parts that facts play in computations; which fact plays one stands in <c>computations/facts.yaml</c>.</summary>
public enum ComputedFact
{
    /// <summary>M-protein in serum.</summary>
    SerumProtein,

    /// <summary>M-protein in urine of 24 hours.</summary>
    UrineProtein,

    /// <summary>IgA, which stands for the serum protein in IgA disease.</summary>
    ImmunoglobulinA,

    /// <summary>Free kappa chains.</summary>
    Kappa,

    /// <summary>Free lambda chains.</summary>
    Lambda,

    /// <summary>Ratio of the free chains, as reported.</summary>
    LightChainRatio,

    /// <summary>Immunofixation of serum.</summary>
    SerumImmunofixation,

    /// <summary>Immunofixation of urine.</summary>
    UrineImmunofixation,

    /// <summary>Plasma cells in the marrow.</summary>
    MarrowCells,

    /// <summary>Tests for clonal cells in the marrow; the first is asked for when none was done.</summary>
    ClonalMarrowCells,

    /// <summary>Whether there is a plasmacytoma of soft tissue.</summary>
    SoftTissuePlasmacytoma,

    /// <summary>How large plasmacytomas of soft tissue are.</summary>
    SoftTissuePlasmacytomaSize,

    /// <summary>Lesions of which a new one is progression.</summary>
    Lesions,

    /// <summary>Calcium as measured.</summary>
    TotalCalcium,

    /// <summary>Calcium corrected for albumin.</summary>
    CorrectedCalcium,

    /// <summary>Residual cells by sequencing.</summary>
    ResidualCellsBySequencing,

    /// <summary>Residual cells by flow cytometry.</summary>
    ResidualCellsByFlow,

    /// <summary>Sensitivity of a test for residual cells.</summary>
    Sensitivity,

    /// <summary>PET/CT without remaining uptake.</summary>
    NoUptake,

    /// <summary>Status of the disease, as recorded.</summary>
    RecordedStatus,

    /// <summary>Number of the line of therapy, as recorded.</summary>
    RecordedLineNumber,

    /// <summary>Recorded grade of cytokine release.</summary>
    CytokineReleaseGrade,

    /// <summary>Recorded grade of neurological events.</summary>
    NeurotoxicityGrade,
}

/// <summary>Which facts the computations read.</summary>
/// <param name="facts">Fact ids by part.</param>
public sealed class ComputedFacts(IReadOnlyDictionary<ComputedFact, IReadOnlyList<string>> facts)
{
    /// <summary>For knowledge that computes nothing.</summary>
    public static ComputedFacts None { get; } = new(new Dictionary<ComputedFact, IReadOnlyList<string>>());

    /// <summary>Parts that more than one fact may play.</summary>
    internal static IReadOnlyList<ComputedFact> Lists { get; } = [ComputedFact.ClonalMarrowCells, ComputedFact.Lesions];

    /// <summary>The fact that plays a part; an id that no fact has where none does.</summary>
    public string this[ComputedFact part] => All(part) is [var fact, ..] ? fact : "";

    /// <summary>The facts that play a part, in their order.</summary>
    public IReadOnlyList<string> All(ComputedFact part) => facts.GetValueOrDefault(part) ?? [];
}
