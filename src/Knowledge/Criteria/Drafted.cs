namespace Cds.Knowledge.Criteria;

/// <summary>
/// One of the drugs or services is among all drafts, judged or background, or the service has an active order on record: what is already being
/// ordered need not be asked for.
/// </summary>
/// <param name="Ids">Drug, fact or action ids.</param>
public sealed record Drafted(IReadOnlyList<string> Ids) : Criterion
{
    /// <summary>How it is written.</summary>
    internal static CriterionKind Kind { get; } = new("drafted", entry => new Drafted(entry.Orderables("drafted")))
    {
        Members = [new("drafted", MemberType.Texts)],
        Rows = [new("`drafted: D` or `[..]` (drugs, facts, actions)", "any draft orders it, judged or background")],
        InOrderRulesOnly = true,
    };

    /// <inheritdoc />
    protected override Finding Look(PatientContext patient)
    {
        Finding drugs = OrderEvidence.AnyOf(patient, patient.Record.DraftOrders.Where(o => Ids.Contains(o.DrugId)), _ => Finding.Always);
        Basis[] services =
        [
            .. patient.Record.DraftServices.Where(s => Ids.Contains(s.Id)).Select(s => BasisOf(patient, s.Id, s.Resource, EvaluationTexts.BeingOrdered)),
            .. patient.Record.OrderedServices.Where(s => Ids.Contains(s.Id) && patient.IsAwaited(s))
                .Select(s => BasisOf(patient, s.Id, s.Resource, EvaluationTexts.OrderIsActive)),
        ];
        return services.Length == 0 ? drugs : Finding.Any([drugs, Finding.Always with { Basis = services }]);
    }

    /// <inheritdoc />
    public override IEnumerable<Dependency> Dependencies() => [OrderEvidence.Dependency];

    /// <inheritdoc />
    public override Clause InWords(WordList words) => Clause.Statement(new LocalizedText("{what} among the drafts", "{what}がオーダー案に含まれる").With("what", words.Titles(Ids)));

    private static Basis BasisOf(PatientContext patient, string id, string resource, LocalizedText comment) => new()
    {
        Fact = id,
        Title = patient.Knowledge.TitleOf(id)!,
        Resource = resource,
        Comment = comment,
    };
}
