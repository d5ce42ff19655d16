namespace Cds.Knowledge.Criteria;

/// <summary>
/// The disease is refractory to the ordered anti-myeloma drug. Corticosteroids never count; a drug that was never given cannot be unclear.
/// </summary>
/// <param name="Classes">Class ids for which refractoriness to any drug of the class counts; null for the drug itself.</param>
public sealed record OrderingRefractory(IReadOnlyList<string>? Classes) : Criterion
{
    /// <summary>How it is written.</summary>
    internal static CriterionKind Kind { get; } = new("ordering-refractory", entry => new OrderingRefractory(DrugOrClasses.Read(entry, "ordering-refractory")))
    {
        Members = [.. DrugOrClasses.Members("ordering-refractory")],
        Rows =
        [
            new("`ordering-refractory: drug`, or `class` with `classes: [..]`", "the disease is refractory to it, or to a drug of its class"),
        ],
        InOrderRulesOnly = true,
    };

    /// <inheritdoc />
    protected override Finding Look(PatientContext patient) =>
        OrderEvidence.AnyOf(patient, patient.JudgedOrders.Where(o => Counts(patient, o)), order =>
        {
            string id = Classes is null ? order.DrugId : patient.Knowledge.Drugs[order.DrugId].Class!;
            Finding refractory = patient.Therapy.Refractory(id);
            return refractory.Truth == Truth.Unknown && patient.Therapy.Exposed(id).Truth == Truth.False ? Finding.Never : refractory;
        });

    /// <inheritdoc />
    public override IEnumerable<Dependency> Dependencies() => [OrderEvidence.Dependency];

    /// <inheritdoc />
    public override Clause InWords(WordList words) => Clause.Statement(Classes is null
        ? new LocalizedText("the disease is refractory to the ordered drug", "オーダー薬剤に抵抗性")
        : new LocalizedText("the disease is refractory to a drug of the same class ({classes})", "同じ薬効群（{classes}）の薬剤に抵抗性").With("classes", words.Titles(Classes)));

    private bool Counts(PatientContext patient, DraftOrder order)
    {
        Drug drug = patient.Knowledge.Drugs[order.DrugId];
        return drug.IsTreatment && (Classes is null || (drug.Class is { } own && Classes.Contains(own)));
    }
}
