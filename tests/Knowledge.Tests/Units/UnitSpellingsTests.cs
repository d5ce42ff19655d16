using Cds.Knowledge.Facts;
using Cds.Knowledge.Tests.Content;
using Cds.Knowledge.Units;

namespace Cds.Knowledge.Tests.Units;

/// <summary>Units are read whatever way they are written, and never in two ways for one fact.</summary>
public sealed class UnitSpellingsTests
{
    private static UnitSpellings Spellings => Shipped.Knowledge.UnitSpellings;

    /// <summary>Spellings that were a list of their own before units were read from their parts.</summary>
    public static TheoryData<string, string> Former
    {
        get
        {
            var rows = new TheoryData<string, string>();
            foreach (string line in File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Units", "former-spellings.csv")).Skip(1))
            {
                int comma = line.IndexOf(',', StringComparison.Ordinal);
                rows.Add(line[..comma], line[(comma + 1)..]);
            }

            return rows;
        }
    }

    [Theory]
    [MemberData(nameof(Former))]
    public void Every_spelling_that_was_read_before_is_still_read(string ucum, string spelling) =>
        Assert.True(Means(spelling, ucum), $"{spelling}: {string.Join(" | ", Spellings.Readings(spelling))}, not {ucum}");

    [Fact]
    public void Every_whole_spelling_reads_as_its_unit_in_any_letter_case()
    {
        foreach ((string spelling, string ucum) in Spellings.Whole)
        {
            foreach (string written in Cases(spelling)) Assert.Contains(ucum, Spellings.Readings(written));
        }
    }

    [Fact]
    public void Every_spelling_of_an_amount_reads_as_its_unit()
    {
        int read = 0;
        foreach ((string spelling, string ucum) in Amounts())
        {
            Assert.Contains($"{ucum}/L", Spellings.Readings($"{spelling}/L"));
            read++;
        }

        Assert.True(read > 500, $"only {read}");
    }

    [Fact]
    public void Every_spelling_below_the_line_reads_as_its_unit()
    {
        foreach (UnitWord divisor in Spellings.Parts.Divisors)
        {
            foreach (string spelling in divisor.Spellings) Assert.Contains($"g/{divisor.Ucum}", Spellings.Readings($"g/{spelling}"));
        }
    }

    [Fact]
    public void Every_word_for_a_number_of_cells_reads_as_its_power()
    {
        foreach (CountWord count in Spellings.Parts.Counts)
        {
            foreach (string spelling in count.Spellings) Assert.Contains($"10*{count.Exponent}/L", Spellings.Readings($"{spelling}/L"));
        }

        foreach (string counted in Spellings.Parts.Counted.Where(c => c != "1")) Assert.Contains("10*3/uL", Spellings.Readings($"10^3 {counted}/uL"));
    }

    [Fact]
    public void No_spelling_has_two_meanings_for_one_fact()
    {
        IEnumerable<string> written =
        [
            .. Spellings.Whole.Keys.SelectMany(Cases), .. Amounts().SelectMany(a => Cases(a.Spelling)),
            .. Amounts().SelectMany(a => new[] { "L", "dL", "24h" }.SelectMany(below => Cases($"{a.Spelling}/{below}"))),
            .. Spellings.Parts.Counts.SelectMany(c => c.Spellings).SelectMany(c => new[] { "L", "mL", "uL", "mm3", "nL", "kg" }.SelectMany(below => Cases($"{c}/{below}"))),
        ];
        FactDefinition[] facts = [.. Shipped.Knowledge.Facts.Values.Where(f => f.Units.Count > 0)];
        foreach (IReadOnlyList<string> readings in written.Distinct().Select(Spellings.Readings).Where(r => r.Count > 1))
        {
            foreach (FactDefinition fact in facts)
                Assert.True(UnitConversion.FactorsOf(fact, readings).Count <= 1, $"{fact.Id}: {string.Join(" and ", readings)}");
        }
    }

    [Theory]
    [InlineData("G/L", "platelets", "1")]
    [InlineData("G/L", "albumin", "0.1")]
    [InlineData("M/L", "platelets", "0.001")]
    [InlineData("K/L", "platelets", "0.000001")]
    [InlineData("MG/DL", "creatinine", "1")]
    [InlineData("Mg/dL", "creatinine", "1")]
    public void The_fact_decides_what_a_spelling_with_several_readings_means(string unit, string fact, string factor) => Assert.Equal(
        decimal.Parse(factor, System.Globalization.CultureInfo.InvariantCulture), Shipped.Knowledge.Facts[fact].FactorOf(unit, Spellings)!.Factor);

    [Fact]
    public void A_unit_that_can_be_two_units_of_one_fact_is_not_used()
    {
        var fact = new FactDefinition
        {
            Id = "both", Title = new("both", "両方"), Kind = FactKind.Quantity, Unit = "g/L",
            Units = new Dictionary<string, UnitFactor> { ["g/L"] = new(1m), ["10*9/L"] = new(5m) },
        };
        Assert.Null(fact.FactorOf("G/L", Spellings));
        Assert.NotNull(fact.FactorOf("g/L", Spellings));
        Assert.NotNull(fact.FactorOf("Gpt/L", Spellings));
    }

    [Theory]
    [InlineData("mil/uL")]
    [InlineData("×10^3")]
    [InlineData("10^3/")]
    [InlineData("U/L/30℃")]
    [InlineData("U/L/25℃")]
    [InlineData("/HPF")]
    [InlineData("g/dL/h")]
    [InlineData("\uD83D")]
    [InlineData("////")]
    [InlineData("")]
    public void What_is_cut_off_or_means_something_else_is_no_unit(string unit)
    {
        Assert.False(Spellings.Knows(unit));
        Assert.All(Shipped.Knowledge.Facts.Values, fact => Assert.Null(fact.FactorOf(unit, Spellings)));
    }

    [Fact]
    public void A_text_of_a_megabyte_is_no_unit_and_costs_no_time()
    {
        Assert.False(Spellings.Knows(new string('g', 1_000_000)));
        Assert.False(Spellings.Knows(new string('(', 1_000_000) + new string(')', 1_000_000)));
    }

    [Theory]
    [InlineData("10³/µL", "10^3/uL")]
    [InlineData("10⁻⁵", "10^-5")]
    [InlineData("m²", "m^2")]
    [InlineData("mg/dL", "mg/dL")]
    public void Raised_digits_are_powers_not_digits(string unit, string form) => Assert.Equal(form, UnitForm.Of(unit));

    [Theory]
    [InlineData("{ratio}")]
    [InlineData("RATIO")]
    [InlineData("κ／λ")]
    [InlineData("(calc)")]
    [InlineData("単位なし")]
    [InlineData("1")]
    [InlineData("{anything at all}")]
    public void Words_for_no_dimension_are_known(string unit) => Assert.True(Spellings.IsDimensionless(unit));

    [Theory]
    [InlineData("mg/L")]
    [InlineData("%")]
    [InlineData("mm")]
    [InlineData("foo")]
    public void A_unit_with_a_dimension_is_none_of_them(string unit) => Assert.False(Spellings.IsDimensionless(unit));

    private static bool Means(string spelling, string ucum) =>
        Spellings.Readings(spelling).Any(reading => reading == ucum || MetricRatio.Between(reading, ucum) == 1m);

    private static IEnumerable<(string Spelling, string Ucum)> Amounts() => Spellings.Parts.Amounts.SelectMany(amount => amount.Spellings.SelectMany(spelling =>
        amount.TakesPrefix ? Spellings.Parts.Prefixes.SelectMany(p => p.Spellings.Select(s => (s + spelling, p.Ucum + amount.Ucum))).Append((spelling, amount.Ucum)) : [(spelling, amount.Ucum)]));

    private static string[] Cases(string spelling) => [spelling, spelling.ToUpperInvariant(), spelling.ToLowerInvariant()];
}
