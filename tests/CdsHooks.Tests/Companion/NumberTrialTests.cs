using Cds.CdsHooks.Companion.Trials;

namespace Cds.CdsHooks.Tests.Companion;

/// <summary>Where an answer turns is found at the limits of rules exactly, and elsewhere as near as it is said.</summary>
public sealed class NumberTrialTests
{
    [Fact]
    public void A_limit_belongs_to_the_side_on_which_the_answer_is_the_same() =>
        Says("< 3.5 mg/L=low|≥ 3.5 mg/L=high", "3.5mg/L未満|3.5mg/L以上", [3.5m], number => number < 3.5m ? "low" : "high");

    [Fact]
    public void A_limit_that_has_to_be_passed_is_said_so() => Says("≤ 2 mg/L=low|> 2 mg/L=high", "2mg/L以下|2mg/L超", [2m], number => number > 2m ? "high" : "low");

    [Fact]
    public void Limits_between_which_the_answer_stays_are_one_stretch() =>
        Says("< 5.5 mg/L=low|≥ 5.5 mg/L=high", "5.5mg/L未満|5.5mg/L以上", [3.5m, 5.5m, 10m], number => number < 5.5m ? "low" : "high");

    [Fact]
    public void A_stretch_has_two_ends() =>
        Says("< 3.5 mg/L=I|≥ 3.5 mg/L, < 5.5 mg/L=II|≥ 5.5 mg/L=III", "3.5mg/L未満|3.5mg/L以上5.5mg/L未満|5.5mg/L以上", [3.5m, 5.5m], number => number < 3.5m ? "I" : number < 5.5m ? "II" : "III");

    [Fact]
    public void A_turn_that_no_rule_names_is_found_and_told_as_near() =>
        Says("< about 20 mg/L=low|≥ about 20 mg/L=high", "約20mg/L未満|約20mg/L以上", [3.5m], number => number < 19.87m ? "low" : "high");

    [Fact]
    public void Where_nothing_turns_any_value_does() => Says("any value=same", "すべての値", [3.5m], _ => "same");

    [Fact]
    public void What_turns_with_every_number_is_not_told()
    {
        int asked = 0;
        Assert.Empty(Trial(number => $"{number}{asked++}").Spans([3.5m]));
        Assert.True(asked <= Most + 2, $"{asked} questions");
    }

    private const int Most = 60;

    private static void Says(string english, string japanese, decimal[] limits, Func<decimal, string> ask)
    {
        IReadOnlyList<(NumberSpan Span, string Answer)> spans = Trial(ask).Spans(limits);
        Assert.Equal(english, string.Join('|', spans.Select(span => $"{SpanText.Of(span.Span, "mg/L").En}={span.Answer}")));
        Assert.Equal(japanese, string.Join('|', spans.Select(span => SpanText.Of(span.Span, "mg/L").Ja.Replace(" ", "", StringComparison.Ordinal))));
    }

    private static NumberTrial<string> Trial(Func<decimal, string> ask) => new(0m, 100m, 0.01m, ask, string.Equals, Most);
}
