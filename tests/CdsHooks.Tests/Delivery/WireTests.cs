using System.Text;
using System.Text.Json.Serialization.Metadata;
using Cds.CdsHooks.Assessments;
using Cds.CdsHooks.Delivery;
using Cds.CdsHooks.Errors;
using Cds.CdsHooks.Tests.Cards;
using Cds.CdsHooks.Wire;
using Cds.Knowledge.Evaluation;
using Cds.Knowledge.Facts;
using Cds.Knowledge.Values;

namespace Cds.CdsHooks.Tests.Delivery;

/// <summary>What answers look like on the wire: members in their order, nothing empty but what the contract keeps.</summary>
public sealed class WireTests
{
    private static readonly Basis Datum = CardBench.Basis("albumin", 3.20m);

    public static TheoryData<FactValue?, string> Values => new()
    {
        { new QuantityValue(ValueRange.Exactly(3.20m)), "\"value\":3.20" },
        { new PresenceValue(true), "\"value\":\"present\"" },
        { new PresenceValue(false), "\"value\":\"absent\"" },
        { new CodeValue("IgG-kappa"), "\"value\":\"IgG-kappa\"" },
        { null, "\"title\":" },
    };

    [Theory]
    [MemberData(nameof(Values))]
    public void A_datum_has_its_value_in_the_form_of_its_kind(FactValue? value, string written)
    {
        string json = Written(Datum with { Value = value });
        Assert.Contains(written, json, StringComparison.Ordinal);
        Assert.Equal(value is not null, json.Contains("\"value\"", StringComparison.Ordinal));
    }

    [Fact]
    public void An_open_conclusion_keeps_its_null_and_its_empty_arrays()
    {
        string json = Written(CardBench.Open("staging.iss", [], "albumin"));
        Assert.StartsWith("{\"id\":\"staging.iss\",", json, StringComparison.Ordinal);
        Assert.Contains("\"value\":null,\"possible\":[],\"basis\":[],\"missing\":[\"albumin\"],\"citations\":[", json, StringComparison.Ordinal);
        Assert.DoesNotContain("\"reasons\"", json, StringComparison.Ordinal);
    }

    [Fact]
    public void A_list_has_what_is_undetermined_beside_it() => Assert.Contains(
        "\"value\":[\"anaemia\"],\"possible\":[],\"undetermined\":[\"bone-lesions\"]",
        Written(CardBench.Open("diagnosis.defining-events", []) with { Value = new ListAnswer(["anaemia"]), Undetermined = ["bone-lesions"] }),
        StringComparison.Ordinal);

    [Fact]
    public void In_a_card_an_empty_list_is_no_value() => Assert.DoesNotContain(
        "\"value\"",
        Written(WireCardAssessment.Of(new CdsHooks.Cards.CardAssessment("x") { Value = new ListAnswer([]) }, Language.English), CardJson.Default.WireCardAssessment),
        StringComparison.Ordinal);

    [Fact]
    public void Japanese_stays_readable() => Assert.Contains("必須", Written(
        WireProblem.Of(new RequestProblem(ProblemKind.MissingMember, new LocalizedText("x", "必須です")), Language.Japanese), ProblemJson.Default.WireProblem), StringComparison.Ordinal);

    private static string Written(Basis basis) => Written(WireBasis.Of(basis, Language.English), AssessmentJson.Default.WireBasis);

    private static string Written(Conclusion conclusion) => Written(WireConclusion.Of(conclusion, Language.English), AssessmentJson.Default.WireConclusion);

    private static string Written<T>(T answer, JsonTypeInfo<T> form) => Encoding.UTF8.GetString(JsonAnswer.Compose(answer, form).Span);
}
