using System.Text.Json;
using Cds.CdsHooks.Wire;
using Cds.Knowledge.Recommendations;
using Cds.Knowledge.Therapy;
using Cds.Knowledge.Values;

namespace Cds.CdsHooks.Assessments;

/// <summary>Writes an option of a recommendation.</summary>
internal static class OptionWriter
{
    /// <summary>The option with its evidence and orders, as an assessment shows it.</summary>
    public static void Write(Utf8JsonWriter writer, Option option, Language language, ExplanationWriter? explanation)
    {
        writer.WriteStartObject();
        WriteStanding(writer, option, language, keepEmpty: true);
        explanation?.WriteReasons(writer, option.Reasons);
        writer.WriteFilledArray("evidence", option.Evidence, (target, evidence) => EvidenceWriter.Write(target, evidence, language));
        writer.WriteFilledArray("orders", option.Orders, (target, order) => target.WriteStringValue(order.Text.In(language)));
        writer.WriteEndObject();
    }

    /// <summary>The option as a card's extension shows it: evidence and orders stand in the card itself.</summary>
    public static void WriteBrief(Utf8JsonWriter writer, Option option, Language language)
    {
        writer.WriteStartObject();
        WriteStanding(writer, option, language, keepEmpty: false);
        writer.WriteEndObject();
    }

    /// <summary>The name of a standing in the contract.</summary>
    public static string Standing(Standing standing) => standing switch
    {
        Knowledge.Therapy.Standing.Recommended => "recommended",
        Knowledge.Therapy.Standing.Alternative => "alternative",
        Knowledge.Therapy.Standing.Caution => "caution",
        Knowledge.Therapy.Standing.Avoid => "avoid",
        _ => throw new ArgumentOutOfRangeException(nameof(standing), standing, "Add the new standing to OptionWriter."),
    };

    private static void WriteStanding(Utf8JsonWriter writer, Option option, Language language, bool keepEmpty)
    {
        writer.WriteString("id", option.Id);
        writer.WriteString("title", option.Title.In(language));
        writer.WriteString("standing", Standing(option.Standing));
        if (keepEmpty || option.Reasons.Count > 0)
            writer.WriteArray("reasons", option.Reasons, (target, reason) => target.WriteStringValue(reason.Text.In(language)));
        string[] codes = [.. option.Reasons.Select(reason => reason.Code).OfType<string>()];
        writer.WriteFilledArray("reasonCodes", codes, (target, code) => target.WriteStringValue(code));
        writer.WriteFilledArray("toConfirm", option.ToConfirm, (target, text) => target.WriteStringValue(text.In(language)));
    }
}
