using System.Globalization;
using Cds.FhirMapping.Numbers;
using Cds.Knowledge.Facts;
using Cds.Knowledge.Values;

namespace Cds.FhirMapping.Tests.Numbers;

/// <summary>What holds for every number, however it is written: numbers by a fixed seed, so that a failure comes again.</summary>
public sealed class NumberPropertyTests
{
    private const int Numbers = 300;

    private static readonly FactDefinition Protein = Reading.Knowledge.Facts["m-protein-urine"];

    private static readonly string[] UnknownWords = ["foo", "?", "seen", "検体", "vs", "repeat", "溶血", "approx", "since", "of 3"];

    /// <summary>Ways of writing a number with two decimals; each gives the number back.</summary>
    private static readonly Func<decimal, string>[] Forms =
    [
        n => Plain(n), n => Plain(n).Replace('.', ','), n => FullWidth(Plain(n)), n => "+" + Plain(n), n => " " + Plain(n) + " ",
        n => n.ToString("#,##0.00", CultureInfo.InvariantCulture),
        n => n.ToString("#,##0.00", CultureInfo.InvariantCulture).Replace(',', ' ').Replace('.', ','),
        n => n.ToString("#,##0.00", CultureInfo.InvariantCulture).Replace(',', '\''),
        n => n.ToString("#,##0.00", CultureInfo.InvariantCulture).Replace('.', ';').Replace(',', '.').Replace(';', ','),
        n => Plain(n * 100m) + "e-2", n => Plain(n / 100m) + " x 10^2", n => Plain(n / 1000m) + "×10³", n => "結果：" + Plain(n), n => "Result: " + Plain(n),
    ];

    [Fact]
    public void A_number_written_in_any_form_is_that_number()
    {
        foreach (decimal number in Some())
        {
            foreach (Func<decimal, string> form in Forms)
                Assert.Equal((number, form(number)), (Read(form(number) + " mg/24h")?.Exact, form(number)));
        }
    }

    [Fact]
    public void A_comparator_in_any_form_is_that_bound()
    {
        foreach (decimal number in Some().Take(50))
        {
            string text = Plain(number);
            foreach (string below in (string[])["<{0} mg/24h", "＜ {0} mg/24h", "less than {0} mg/24h", "{0} mg/24h未満", "{0}未満 mg/24h", "under {0} mg/24h"])
                Assert.Equal(ValueRange.LessThan(number), Read(Filled(below, text)));
            foreach (string most in (string[])["<={0} mg/24h", "≦{0} mg/24h", "=<{0} mg/24h", "up to {0} mg/24h", "{0} mg/24h以下", "not more than {0} mg/24h"])
                Assert.Equal(ValueRange.AtMost(number), Read(Filled(most, text)));
            foreach (string above in (string[])[">{0} mg/24h", "＞{0} mg/24h", "more than {0} mg/24h", "{0} mg/24h超", "{0} mg/24hより大きい", "above {0} mg/24h"])
                Assert.Equal(ValueRange.MoreThan(number), Read(Filled(above, text)));
            foreach (string least in (string[])[">={0} mg/24h", "≧{0} mg/24h", "=>{0} mg/24h", "at least {0} mg/24h", "{0} mg/24h以上", "{0} mg/24h or more"])
                Assert.Equal(ValueRange.AtLeast(number), Read(Filled(least, text)));
        }
    }

    [Fact]
    public void Two_numbers_joined_in_any_form_are_that_range()
    {
        foreach (decimal low in Some().Take(50))
        {
            decimal high = low + 1.25m;
            foreach (string range in (string[])["{0}-{1} mg/24h", "{0} - {1} mg/24h", "{0}～{1} mg/24h", "{0} to {1} mg/24h", "{0}から{1} mg/24h", "between {0} and {1} mg/24h", "{0} mg/24h"])
            {
                ValueRange expected = range.Contains("{1}", StringComparison.Ordinal) ? new ValueRange(low, true, high, true) : ValueRange.Exactly(low);
                Assert.Equal(expected, Read(range.Replace("{0}", Plain(low), StringComparison.Ordinal).Replace("{1}", Plain(high), StringComparison.Ordinal)));
            }
        }
    }

    [Fact]
    public void An_unknown_word_anywhere_makes_the_text_not_used()
    {
        foreach (decimal number in Some().Take(40))
        {
            foreach (string word in UnknownWords)
            {
                Assert.Null(Read($"{word} {Plain(number)} mg/24h"));
                Assert.Null(Read($"{Plain(number)} {word} mg/24h"));
                Assert.Null(Read($"{Plain(number)} mg/24h {word}"));
            }
        }
    }

    [Fact]
    public void A_second_number_makes_the_text_not_used()
    {
        foreach (decimal number in Some().Take(40))
        {
            foreach (string other in (string[])[", 12.5", "; 12.5", " / 12.5", " (12.5)", " → 12.5", " 12.5", ":12"]) Assert.Null(Read($"{Plain(number)}{other} mg/24h"));
        }
    }

    private static ValueRange? Read(string text) => FactNumber.Read(Protein, text, NumberContext.Of(Protein, Reading.Knowledge.UnitSpellings)).Range;

    private static IEnumerable<decimal> Some()
    {
        var random = new Random(20261129);
        return Enumerable.Range(0, Numbers).Select(_ => random.Next(1, 9_999_999) / 100m);
    }

    private static string Plain(decimal number) => number.ToString("0.00####", CultureInfo.InvariantCulture);

    private static string FullWidth(string text) => string.Concat(text.Select(c => c == '.' ? '．' : (char)(c + 0xFEE0)));

    private static string Filled(string form, string number) => form.Replace("{0}", number, StringComparison.Ordinal);
}
