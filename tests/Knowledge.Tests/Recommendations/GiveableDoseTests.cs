using System.Globalization;
using Cds.Knowledge.Evaluation;
using Cds.Knowledge.Patients;
using Cds.Knowledge.Recommendations;
using Cds.Knowledge.Tests.Content;
using Cds.Knowledge.Tests.Evaluation;
using Cds.Knowledge.Therapy;

namespace Cds.Knowledge.Tests.Recommendations;

/// <summary>Every dose that the knowledge base can put into a draft can be given, for every size of patient.</summary>
public sealed class GiveableDoseTests
{
    private static readonly KnowledgeBase Knowledge = Shipped.Knowledge;

    /// <summary>Solutions whose volume the pharmacy draws up from the tables of their labels: the dose stays in words, and nothing is rounded.</summary>
    private static readonly string[] DrawnUp = ["talquetamab", "teclistamab"];

    public static TheoryData<string> Drugs() => [.. All().Select(dose => dose.Drug).Distinct().Except(DrawnUp).Order(StringComparer.Ordinal)];

    [Fact]
    public void A_solution_that_is_drawn_up_keeps_its_dose_in_words()
    {
        Planned[] doses = [.. All().Where(dose => DrawnUp.Contains(dose.Drug))];
        Assert.Equal(DrawnUp, doses.Select(dose => dose.Drug).Distinct().Order(StringComparer.Ordinal));
        Assert.All(doses, dose =>
        {
            PatientDose given = PatientDose.Of(Sized(60m), Knowledge.Drugs[dose.Drug], dose.Route, dose.Amount, dose.Unit, dose.Maximum);
            Assert.Null(given.Amount);
            Assert.Contains($"{(dose.Amount * 60m).ToString("0.##", CultureInfo.InvariantCulture)} mg", given.Remark.En, StringComparison.Ordinal);
        });
    }

    [Theory]
    [MemberData(nameof(Drugs))]
    public void Every_dose_by_body_size_is_ordered_as_an_amount_that_can_be_given(string drug)
    {
        foreach (Planned dose in All().Where(dose => dose.Drug == drug && dose.Unit.Contains('/', StringComparison.Ordinal)))
        {
            DrugForm form = Knowledge.Drugs[drug].Forms.Single(f => f.Route == dose.Route && f.Unit == dose.Unit.Split('/')[0]);
            foreach (decimal size in Sizes(dose.Unit))
            {
                PatientDose given = PatientDose.Of(Sized(size), Knowledge.Drugs[drug], dose.Route, dose.Amount, dose.Unit, dose.Maximum);
                decimal exact = Math.Min(dose.Amount * Math.Min(size, dose.Unit.EndsWith("/m2", StringComparison.Ordinal) ? form.LargestBodySurface ?? size : size), dose.Maximum ?? decimal.MaxValue);
                string where = $"{dose} at {size}: {given.Amount} for {exact}";
                Assert.True(given.Amount is not null && given.Unit == form.Unit, where);
                Assert.True(CanBeMade(form, given.Amount.Value), where);
                Assert.True(Math.Abs(given.Amount.Value - exact) <= Math.Max(exact * 0.1m, HalfGap(form, exact)), where);
                Assert.True(given.Amount <= (dose.Maximum ?? decimal.MaxValue), where);
                Assert.Contains(given.Amount.Value.ToString(CultureInfo.InvariantCulture) + " " + form.Unit, given.Remark.En, StringComparison.Ordinal);
                Assert.Contains(given.Amount.Value.ToString(CultureInfo.InvariantCulture) + " " + form.Unit, given.Remark.Ja, StringComparison.Ordinal);
            }
        }
    }

    [Theory]
    [MemberData(nameof(Drugs))]
    public void Every_fixed_dose_can_be_given_as_it_stands(string drug)
    {
        foreach (Planned dose in All().Where(dose => dose.Drug == drug && !dose.Unit.Contains('/', StringComparison.Ordinal)))
        {
            PatientDose given = PatientDose.Of(Sized(1.6m), Knowledge.Drugs[drug], dose.Route, dose.Amount, dose.Unit, dose.Maximum);
            Assert.Equal((dose.Amount, dose.Unit, ""), (given.Amount, given.Unit, given.Remark.En));
        }
    }

    [Fact]
    public void There_are_doses_of_both_kinds_to_judge()
    {
        Assert.True(All().Count(dose => dose.Unit.Contains('/', StringComparison.Ordinal)) > 60);
        Assert.True(All().Count(dose => !dose.Unit.Contains('/', StringComparison.Ordinal)) > 60);
    }

    [Fact]
    public void A_fixed_dose_that_no_piece_gives_is_lowered_to_one_and_says_so()
    {
        PatientDose given = PatientDose.Of(Sized(1.6m), Knowledge.Drugs["lenalidomide"], Route.Oral, 6m, "mg");
        Assert.Equal((5m, " (given as 5 mg)"), (given.Amount, given.Remark.En));
        Assert.Null(PatientDose.Of(Sized(1.6m), Knowledge.Drugs["lenalidomide"], Route.Oral, 2m, "mg").Amount);
    }

    [Fact]
    public void A_drug_without_known_strengths_keeps_its_dose_by_size_in_words()
    {
        PatientDose given = PatientDose.Of(Sized(1.6m), Knowledge.Drugs["lenalidomide"], Route.Intravenous, 10m, "mg/m2");
        Assert.Null(given.Amount);
        Assert.Empty(given.Missing);
        Assert.Contains("16 mg", given.Remark.En, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2.2", "44", "20 mg/m2")]
    [InlineData("2.21", "44", "the largest that counts")]
    [InlineData("2.19", "44", "20 mg/m2")]
    [InlineData("2.1", "42", "20 mg/m2")]
    public void Carfilzomib_grows_to_the_body_surface_that_its_label_names(string surface, string milligrams, string text)
    {
        DrugOrder order = OrderedDose.For(Sized(Number(surface)), Order("carfilzomib", 20m, "mg/m2", Route.Intravenous));
        Assert.Equal(Number(milligrams), order.DoseAmount);
        Assert.Contains(text, order.Text.En, StringComparison.Ordinal);
    }

    [Fact]
    public void The_text_shows_the_rule_the_computed_dose_and_the_given_one()
    {
        DrugOrder order = OrderedDose.For(Sized(1.6m), Order("melphalan", 9m, "mg/m2", Route.Oral));
        Assert.Equal((14m, "mg"), (order.DoseAmount, order.DoseUnit));
        Assert.Equal("melphalan 9 mg/m2 (= 14.4 mg at 1.6 m2, given as 14 mg)", order.Text.En);
        Assert.Equal("melphalan 9 mg/m2（1.6 m2で14.4 mg、投与量14 mg）", order.Text.Ja);
    }

    [Fact]
    public void Without_body_size_the_dose_stays_in_words_and_what_lacks_is_named()
    {
        DrugOrder order = OrderedDose.For(Build.Context(Build.Myeloma(Build.Quantity("weight", 60m))), Order("bortezomib", 1.3m, "mg/m2", Route.Subcutaneous));
        Assert.Equal((null, null), (order.DoseAmount, order.DoseUnit));
        Assert.Equal(["height"], order.DoseMissing);
        Assert.Equal("bortezomib 1.3 mg/m2 (amount open: body height not known)", order.Text.En);
        Assert.Contains("身長", order.Text.Ja, StringComparison.Ordinal);
    }

    [Fact]
    public void A_recommendation_names_the_body_measures_that_its_doses_lack()
    {
        Recommendation Induction(params ObservedFact[] facts) => Build.Assess(Build.Myeloma([.. facts, Build.Quantity("hemoglobin", 9m), Build.Quantity("creatinine-clearance", 90m)]))
            .Recommendations.First(r => r.Id.StartsWith("induction.", StringComparison.Ordinal));

        Recommendation open = Induction();
        Assert.Equal(RecommendationStatus.Due, open.Status);
        Assert.Equal(["height", "weight"], open.Missing.Order(StringComparer.Ordinal));
        Assert.Empty(Induction(Build.Quantity("height", 170m), Build.Quantity("weight", 65m)).Missing);
    }

    [Fact]
    public void Orders_of_a_regimen_are_for_its_first_cycle_and_name_it()
    {
        Recommendation due = Build.Assess(Build.Myeloma(Build.Quantity("hemoglobin", 9m), Build.Quantity("height", 170m), Build.Quantity("weight", 65m), Build.Quantity("creatinine-clearance", 90m)))
            .Recommendations.First(r => r.Id.StartsWith("induction.", StringComparison.Ordinal));
        DrugOrder[] inCycles = [.. due.Options.SelectMany(o => o.Orders).OfType<DrugOrder>().Where(o => o.CycleDays is not null && o.Days.Count > 0)];
        Assert.NotEmpty(inCycles);
        Assert.All(inCycles, order => Assert.Contains("cycle 1: days", order.Text.En, StringComparison.Ordinal));
        Assert.All(inCycles, order => Assert.Contains("第1サイクル", order.Text.Ja, StringComparison.Ordinal));
        Assert.All(inCycles.Where(o => o.DoseAmount is { }), order => Assert.Contains($"{order.DoseAmount!.Value.ToString(CultureInfo.InvariantCulture)} {order.DoseUnit}", order.Text.En, StringComparison.Ordinal));
    }

    [Fact]
    public void Every_order_in_cycles_that_a_rule_words_itself_names_the_cycle_and_the_dose() =>
        Assert.All(RuleOrders().OfType<DrugOrder>().Where(order => order is { CycleDays: not null }), order =>
        {
            Assert.Contains("cycle 1", order.Text.En, StringComparison.OrdinalIgnoreCase);
            Assert.Contains("第1サイクル", order.Text.Ja, StringComparison.Ordinal);
            Assert.Contains($"{order.DoseAmount?.ToString(CultureInfo.InvariantCulture)} {order.DoseUnit}", order.Text.En, StringComparison.Ordinal);
        });

    /// <summary>Every dose of regimens, of the orders of rules, and of the lower doses for some patients.</summary>
    private static IEnumerable<Planned> All()
    {
        foreach (RegimenDrug drug in Knowledge.Regimens.Values.SelectMany(regimen => regimen.Drugs))
        {
            if (drug is { DoseAmount: { } amount, DoseUnit: { } unit }) yield return new Planned(drug.Drug, drug.Route, amount, unit, drug.MaximumDose);
            foreach (DoseBand lower in drug.Bands.Concat(Knowledge.Drugs[drug.Drug].Bands))
            {
                if (lower is { DoseAmount: { } less, DoseUnit: { } lessUnit }) yield return new Planned(drug.Drug, drug.Route, less, lessUnit, drug.MaximumDose);
            }
        }

        foreach (DrugOrder order in RuleOrders().OfType<DrugOrder>())
        {
            if (order is not { DoseAmount: { } amount, DoseUnit: { } unit }) continue;
            yield return new Planned(order.DrugId, order.Route, amount, unit, order.MaximumDose);
            if (order.DoseAmountHigh is { } high) yield return new Planned(order.DrugId, order.Route, high, unit, order.MaximumDose);
        }
    }

    private static IEnumerable<Order> RuleOrders() => Knowledge.Recommendations
        .SelectMany(rule => rule.Options.Concat(rule.Cases.SelectMany(c => c.Options)))
        .SelectMany(option => option.Orders);

    private static IEnumerable<decimal> Sizes(string unit) => unit.EndsWith("/m2", StringComparison.Ordinal)
        ? Enumerable.Range(0, 49).Select(i => 1.2m + (i * 0.025m))
        : Enumerable.Range(0, 171).Select(i => 35m + (i * 0.5m));

    private static PatientContext Sized(decimal size) => Build.Context(Build.Myeloma(Build.Quantity("body-surface-area", size), Build.Quantity("weight", size)));

    private static DrugOrder Order(string drug, decimal amount, string unit, Route route) => new()
    {
        DrugId = drug,
        DoseAmount = amount,
        DoseUnit = unit,
        Route = route,
        Text = new($"{drug} {amount} {unit}", $"{drug} {amount} {unit}"),
        Reason = new("reason", "理由"),
    };

    /// <summary>Whether pieces add up to an amount, or it is a multiple of the step: reckoned in another way than the rounding itself.</summary>
    private static bool CanBeMade(DrugForm form, decimal amount)
    {
        if (form.Step is { } step) return amount % step == 0m;
        int target = (int)(amount * 100m);
        bool[] made = new bool[target + 1];
        made[0] = true;
        foreach (int piece in form.Pieces.Select(p => (int)(p * 100m)))
        {
            for (int sum = piece; sum <= target; sum++) made[sum] |= made[sum - piece];
        }

        return amount * 100m == target && made[target];
    }

    private static decimal HalfGap(DrugForm form, decimal exact)
    {
        decimal gap = form.Step ?? form.Pieces.Min();
        return exact < gap ? gap : gap / 2m;
    }

    private static decimal Number(string text) => decimal.Parse(text, CultureInfo.InvariantCulture);

    private sealed record Planned(string Drug, Route Route, decimal Amount, string Unit, decimal? Maximum);
}
