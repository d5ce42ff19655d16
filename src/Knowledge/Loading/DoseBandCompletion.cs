using System.Collections.Frozen;
using Cds.Knowledge.Criteria;
using Cds.Knowledge.Recommendations;

namespace Cds.Knowledge.Loading;

/// <summary>
/// Words the dose tables, once everything that they name is known, and makes of them what drugs, cases and options leave to them: reasons, things to
/// confirm, findings, changes of orders and drafts.
/// </summary>
internal sealed class DoseBandCompletion
{
    private readonly KnowledgeBase _knowledge;
    private readonly DoseBandWording _wording;

    private DoseBandCompletion(KnowledgeBase knowledge)
    {
        _knowledge = knowledge;
        _wording = new DoseBandWording(new WordList(knowledge));
    }

    public static KnowledgeBase Complete(KnowledgeBase knowledge)
    {
        var completion = new DoseBandCompletion(knowledge);
        return knowledge with
        {
            Drugs = knowledge.Drugs.Values.Select(completion.Completed).ToFrozenDictionary(d => d.Id),
            Regimens = knowledge.Regimens.Values.Select(completion.Completed).ToFrozenDictionary(r => r.Id),
            Recommendations = [.. knowledge.Recommendations.Select(completion.Completed)],
        };
    }

    private Drug Completed(Drug drug)
    {
        if (drug.Bands.Count == 0) return drug;
        DoseBand[] bands = Worded(drug.Bands);
        return drug with
        {
            Bands = bands,
            Rules = [.. drug.Rules, .. bands.Where(b => b.Standing is not null).Select(b => new StandingRule(b.Holds, b.Standing!.Value, b.Code!, Named(drug, b.Text), b.Citations) { IsOfDoseBand = true })],
            ToConfirm = [.. bands.Where(b => b.AsksToConfirm).Select(b => new ConfirmationRule(b.Holds, Named(drug, b.Text))), .. drug.ToConfirm],
        };
    }

    private Regimen Completed(Regimen regimen) => regimen with { Drugs = [.. regimen.Drugs.Select(d => d with { Bands = Worded(d.Bands) })] };

    private RecommendationDefinition Completed(RecommendationDefinition recommendation) => recommendation with
    {
        Options = [.. recommendation.Options.Select(Completed)],
        Cases = [.. recommendation.Cases.Select(Completed)],
    };

    private OptionDefinition Completed(OptionDefinition option) => option.Orders.Any(o => o is DrugOrder { IsByBand: true })
        ? option with { Orders = [.. option.Orders.SelectMany(o => o is DrugOrder { IsByBand: true } drug ? ByBand(drug) : [o])] }
        : option;

    private IEnumerable<Order> ByBand(DrugOrder order) => Worded(_knowledge.Drugs[order.DrugId].Bands).Where(b => !b.IsNotGiven).Select(band => order with
    {
        When = order.When is { } when ? new AllOf([when, band.Holds]) : band.Holds,
        DoseAmount = band.DoseAmount,
        DoseUnit = band.DoseUnit,
        Frequency = band.Frequency ?? order.Frequency,
        Text = order.Text.With("dose", band.Text),
    });

    private OrderCase Completed(OrderCase orderCase)
    {
        if (orderCase.Bands is not { } ofCase) return orderCase with { Options = [.. orderCase.Options.Select(Completed)] };
        Drug drug = _knowledge.Drugs[ofCase.DrugId];
        BandsOfCase bands = ofCase with { Bands = Worded(ofCase.Bands) };
        LocalizedText conditions = WordList.Or([.. bands.Bands.Select(b => b.Condition)]);
        var lines = LocalizedText.Join(bands.Bands.Select(b => b.Text), "; ", "、");
        LocalizedText Filled(LocalizedText text) => text.With("bands", conditions).With("lines", lines);
        return orderCase with
        {
            Bands = bands,
            Finding = Filled(orderCase.Finding),
            Brief = orderCase.Brief is { } brief ? Filled(brief) : null,
            Detail = orderCase.Detail is { } detail ? Filled(detail) : new LocalizedText(lines.En + ".", lines.Ja + "。"),
            Options = orderCase.Options.Count == 0 ? ChangeOf(drug, bands) : [.. orderCase.Options.Select(o => o with { Reason = o.Reason is { } reason ? Filled(reason) : null })],
        };
    }

    private static OptionDefinition[] ChangeOf(Drug drug, BandsOfCase bands)
    {
        Order[] changes = [.. bands.Changes().Select(c => c with { Text = drug.Title.Capitalised.Joined(" ", "", c.Text) })];
        return changes.Length == 0 ? [] : [new OptionDefinition { Id = "change-dose", Standing = Standing.Recommended, Orders = changes }];
    }

    private DoseBand[] Worded(IReadOnlyList<DoseBand> bands) => [.. bands.Select(_wording.Worded)];

    private static LocalizedText Named(Drug drug, LocalizedText text) => drug.Title.Capitalised.Joined(": ", "：", text);
}
