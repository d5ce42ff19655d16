namespace Cds.Knowledge.Tests.Loading.Checks;

/// <summary>Thresholds, doses, days, cycles and bands that no source can mean.</summary>
public sealed class NumberSenseTests
{
    private const string DBd = "regimens/d-bd.yaml", Lenalidomide = "drugs/lenalidomide.yaml", SmmScore = "conclusions/risk.smm.score.yaml";

    [Theory]
    [InlineData("gte: 3.5 g/dL", "gte: 35 g/dL", "the threshold 35 lies outside what is plausible of 'albumin' (0.3-9 g/dL)")]
    [InlineData("gte: 3.5 g/dL", "gte: 0.3 g/dL", "the comparison with 0.3 always holds for 'albumin' (0.3-9 g/dL)")]
    [InlineData("gte: 3.5 g/dL", "lt: 0.3 g/dL", "the comparison with 0.3 can never hold for 'albumin' (0.3-9 g/dL)")]
    [InlineData("gte: 3.5 g/dL", "gt: 9 g/dL", "the comparison with 9 can never hold for 'albumin' (0.3-9 g/dL)")]
    public void Threshold_where_no_value_of_the_fact_lies(string right, string wrong, string what) => Broken.IsNamed("conclusions/staging.iss.yaml", right, wrong, what);

    [Fact]
    public void Distance_from_a_limit_that_no_value_reaches() => Broken.IsNamed(
        "conclusions/diagnosis.defining-events.yaml", "above-upper-limit-by: 1 mg/dL", "above-upper-limit-by: 20 mg/dL", "no plausible value of 'calcium' lies so far from its limit (3-25 mg/dL)");

    [Theory]
    [InlineData(DBd, "dose: 1.3 mg/m2", "dose: 1300 mg/m2", "1300 mg/m2 is no plausible dose of 'bortezomib' (0.5-2.6 mg/m2)")]
    [InlineData(DBd, "dose: 1.3 mg/m2", "dose: 1.3 mg/kg", "1.3 mg/kg is no plausible dose of 'bortezomib' (0.5-2.6 mg/m2)")]
    [InlineData("regimens/d-bcd.yaml", "max-dose: 500 mg", "max-dose: 5000 mg", "5000 mg is no plausible dose of 'cyclophosphamide' (150-1000 mg)")]
    [InlineData(Lenalidomide, "dose: 10 mg", "dose: 100 mg", "100 mg is no plausible dose of 'lenalidomide' (1.25-50 mg)")]
    [InlineData("recommendations/al.relapse.yaml", "dose: 40 mg", "dose: 400 mg", "400 mg is no plausible dose of 'dexamethasone' (2.25-80 mg)")]
    [InlineData("recommendations/bone.antiresorptive.yaml", "dose-gte: 120 mg", "dose-gte: 1200 mg", "1200 mg is no plausible dose of 'denosumab' (60-240 mg)")]
    [InlineData("recommendations/safety.renal-dose.yaml", "change-dose: 140 mg/m2", "change-dose: 1400 mg/m2", "1400 mg/m2 is no plausible dose of 'melphalan' (4.5-20 mg/m2, 35-400 mg/m2)")]
    public void Dose_that_no_source_gives(string path, string right, string wrong, string what) => Broken.IsNamed(path, right, wrong, what);

    [Theory]
    [InlineData("days: [1, 4, 8, 11]", "days: [1, 4, 8, 31]", "day 31 is no day of a cycle of 21 days")]
    [InlineData("days: [1, 4, 8, 11]", "days: [0, 4, 8, 11]", "day 0 is no day of a cycle of 21 days")]
    [InlineData("from-cycle: 4\n", "from-cycle: 5\n", "no schedule of 'daratumumab' says what cycle 4 is")]
    [InlineData("days: [1]\n    from-cycle: 4", "days: [1]\n    from-cycle: 3", "'daratumumab' has two schedules for day 1 of cycle 3")]
    public void Schedule_that_does_not_fit_its_cycles(string right, string wrong, string what) => Broken.IsNamed(DBd, right, wrong, what);

    [Theory]
    [InlineData("to-cycle: 3", "to-cycle: 12", "the regimen has 8 cycles, not 12")]
    [InlineData("to-cycle: 3", "to-cycle: 0", "cycles 1 to 0 run backwards")]
    public void Cycles_that_run_over_or_backwards(string right, string wrong, string what) => Broken.IsAmong(DBd, right, wrong, what);

    [Theory]
    [InlineData("lte: 8", "lte: 3", "band '5-8' ends at or below the one before it", -1)]
    [InlineData("lte: 12", "lte: 20", "band '13+' is never reached: 17 points are the most", 2)]
    public void Bands_of_a_score(string right, string wrong, string what, int linesAfter) => Broken.IsNamed(SmmScore, right, wrong, what, linesAfter);

    [Fact]
    public void Last_band_of_a_score_that_is_closed() => Broken.IsNamed(
        SmmScore, "  - value: 13+\n", "  - value: 13+\n    lte: 17\n", "the last band, and only it, has no 'lte': '13+'");

    [Theory]
    [InlineData("gte: 50 mL/min", "gte: 45 mL/min", "two bands of 'creatinine-clearance' overlap at 45")]
    [InlineData("gte: 50 mL/min", "gte: 52 mL/min", "no band of 'creatinine-clearance' reaches up to 52")]
    public void Dose_bands_that_overlap_or_leave_a_gap(string right, string wrong, string what) => Broken.IsNamed("recommendations/bone.antiresorptive.yaml", right, wrong, what);
}
