using System.Globalization;
using System.Text.RegularExpressions;
using Cds.Knowledge.Recommendations;
using Cds.Knowledge.Therapy;

namespace Cds.FhirMapping.Tests.Relations;

/// <summary>What stands on one card, and at one option, does not contradict itself: over every sample, journey, case and field patient of the repository.</summary>
public sealed partial class ContradictionTests
{
    /// <summary>Words that cannot both be true of one patient.</summary>
    private static readonly (string One, string Other)[] OnACard =
    [
        ("start salvage therapy without delay", "No event, no fast rise"),
        ("start salvage therapy without delay", "no new regimen yet"),
        ("key drug of the first line is changed", "may be used again"),
        ("key drug of the first line is changed", "may be repeated"),
        ("an immunomodulator is the new key drug", "a proteasome inhibitor is the new key drug"),
        ("Pregnancy is recorded", "pregnancy test"),
        ("class A, men", "class C"),
        ("The patient is frail", "in fit patients"),
    ];

    private static readonly (string One, string Other)[] AtAnOption =
    [
        ("Frail patient:", "in fit patients"),
        ("bortezomib is preferred", "carfilzomib is preferred"),
        ("may be repeated", "is refractory"),
    ];

    /// <summary>Reasons by which an organ speaks against a drug.</summary>
    private static readonly string[] OfOrgans =
    [
        "renal-function", "thrombocytopenia", "neutropenia", "liver", "liver-dose", "renal-dose", "heart-disease", "allergy", "neuropathy", "severe-neuropathy", "blood-counts", "thrombosis",
        "bleeding", "interstitial-lung-disease", "pregnancy", "hypocalcaemia", "progressive-renal-failure", "peptic-ulcer",
    ];

    private static readonly Lazy<(string Record, Recommendation Recommendation)[]> Cards = new(() =>
        [.. Record.All.AsParallel().AsOrdered().SelectMany(record => record.Answers().Assessment.Recommendations.Select(recommendation => (record.Name, recommendation)))]);

    [Fact]
    public void No_card_says_two_things_that_exclude_each_other() => AssertNone(recommendation => Pairs(OnACard, Words(recommendation)));

    [Fact]
    public void No_option_says_two_things_that_exclude_each_other() =>
        AssertNone(recommendation => recommendation.Options.SelectMany(option => Pairs(AtAnOption, Words(option)).Select(pair => $"{option.Id}: {pair}")));

    [Fact]
    public void What_is_recommended_has_no_organ_against_it() => AssertNone(recommendation => recommendation.Options.Where(option => option.Standing == Standing.Recommended)
        .SelectMany(option => option.Reasons.Where(reason => OfOrgans.Contains(reason.Code)).Select(reason => $"{option.Id}: {reason.Code}")));

    [Fact]
    public void What_is_to_be_avoided_says_why_and_is_never_first_or_drafted() => AssertNone(recommendation => recommendation.Options.Where(option => option.Standing == Standing.Avoid)
        .Where(option => option.Reasons.Count == 0 || option.Orders.Count > 0 || (option == recommendation.Options[0] && recommendation.Options.Any(other => other.Standing != Standing.Avoid)))
        .Select(option => option.Id));

    [Fact]
    public void A_drug_has_one_dose_for_one_patient_in_the_words_of_an_option() => AssertNone(recommendation => recommendation.Options.SelectMany(option => Doses(option)
        .GroupBy(dose => dose.Drug).Where(doses => doses.Select(dose => dose.Milligrams).Distinct().Skip(1).Any())
        .Select(doses => $"{option.Id}: {doses.Key} {string.Join(", ", doses.Select(dose => dose.Milligrams))} mg")));

    [Fact]
    public void A_draft_never_gives_more_than_the_words_of_its_option() => AssertNone(recommendation => recommendation.Options.SelectMany(option =>
        from said in Doses(option)
        from order in option.Orders.OfType<DrugOrder>()
        where string.Equals(Reading.Knowledge.Drugs[order.DrugId].Title.En, said.Drug, StringComparison.OrdinalIgnoreCase) && order.DoseUnit == "mg" && order.DoseAmount > said.Milligrams
        select $"{option.Id}: {said.Drug} {said.Milligrams} mg in words, {order.DoseAmount} mg in the draft"));

    [Fact]
    public void One_drug_has_one_reason_of_each_kind_at_an_option() => AssertNone(recommendation => recommendation.Options.SelectMany(option => option.Reasons
        .Where(reason => reason.Code is "thrombocytopenia" or "neutropenia" or "renal-dose" or "liver-dose")
        .GroupBy(reason => (reason.Code, Drug: Reading.Knowledge.Drugs.Values.FirstOrDefault(drug => reason.Text.En.Contains(drug.Title.En, StringComparison.OrdinalIgnoreCase))?.Id))
        .Where(reasons => reasons.Skip(1).Any()).Select(reasons => $"{option.Id}: {string.Join(" | ", reasons.Select(reason => reason.Text.En))}")));

    private static void AssertNone(Func<Recommendation, IEnumerable<string>> faults)
    {
        string[] found = [.. Cards.Value.SelectMany(card => faults(card.Recommendation).Select(fault => $"{card.Record} {card.Recommendation.Definition.Id}: {fault}"))];
        Assert.True(found.Length == 0, $"{found.Length}:\n" + string.Join('\n', found.Take(15)));
    }

    private static IEnumerable<string> Pairs((string One, string Other)[] table, string words) => table
        .Where(pair => words.Contains(pair.One, StringComparison.OrdinalIgnoreCase) && words.Contains(pair.Other, StringComparison.OrdinalIgnoreCase))
        .Select(pair => $"'{pair.One}' and '{pair.Other}'");

    private static string Words(Option option) => string.Join('\n', option.Reasons.Select(reason => reason.Text.En).Concat(option.ToConfirm.Select(text => text.En)));

    private static string Words(Recommendation recommendation) => string.Join('\n', recommendation.Options.Select(Words)
        .Concat(recommendation.Information.Concat(recommendation.ToConfirm).Append(recommendation.Summary).Select(text => text.En)));

    /// <summary>Doses of dose tables: "Lenalidomide: 10 mg once a day (...)".</summary>
    private static IEnumerable<(string Drug, decimal Milligrams)> Doses(Option option) => option.ToConfirm.Select(text => text.En).Concat(option.Reasons.Select(reason => reason.Text.En))
        .Select(text => Dose().Match(text)).Where(match => match.Success)
        .Select(match => (match.Groups["drug"].Value, decimal.Parse(match.Groups["amount"].Value, CultureInfo.InvariantCulture))).Distinct();

    [GeneratedRegex(@"^(?<drug>[A-Z][a-z ]+): (?<amount>[0-9.]+) mg (once|every|twice)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Dose();
}
