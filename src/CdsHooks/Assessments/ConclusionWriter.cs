using System.Text.Json;
using Cds.CdsHooks.Wire;
using Cds.Knowledge.Evaluation;
using Cds.Knowledge.Values;

namespace Cds.CdsHooks.Assessments;

/// <summary>Writes a conclusion. <c>value</c> is there also when it is null; the arrays of the contract are there also when empty.</summary>
internal static class ConclusionWriter
{
    /// <summary>Writes the conclusion.</summary>
    public static void Write(Utf8JsonWriter writer, Conclusion conclusion, Language language)
    {
        writer.WriteStartObject();
        writer.WriteString("id", conclusion.Id);
        writer.WriteString("title", conclusion.Title.In(language));
        writer.WritePropertyName("value");
        if (conclusion.Value is { } value) AnswerWriter.Write(writer, value);
        else writer.WriteNullValue();
        if (conclusion.ValueTitle is { } valueTitle) writer.WriteString("valueTitle", valueTitle.In(language));
        if (conclusion.Unit is { } unit) writer.WriteString("unit", unit);
        writer.WriteArray("possible", conclusion.Possible, AnswerWriter.Write);
        if (conclusion.Value is ListAnswer) writer.WriteArray("undetermined", conclusion.Undetermined, (target, code) => target.WriteStringValue(code));
        writer.WriteArray("basis", conclusion.Basis, (target, basis) => BasisWriter.Write(target, basis, language));
        writer.WriteArray("missing", conclusion.Missing, (target, id) => target.WriteStringValue(id));
        writer.WriteFilledArray("reasons", conclusion.Reasons, (target, reason) => WriteReason(target, reason, language));
        writer.WriteFilledArray("toConfirm", conclusion.ToConfirm, (target, text) => target.WriteStringValue(text.In(language)));
        writer.WriteFilledArray("information", conclusion.Information, (target, text) => target.WriteStringValue(text.In(language)));
        writer.WriteArray("citations", conclusion.Citations, CitationWriter.Write);
        ModuleOriginWriter.Write(writer, conclusion.Origin);
        writer.WriteEndObject();
    }

    private static void WriteReason(Utf8JsonWriter writer, Reason reason, Language language)
    {
        writer.WriteStartObject();
        writer.WriteString("code", reason.Code);
        writer.WriteString("text", reason.Text.In(language));
        writer.WriteArray("basis", reason.Basis, (target, basis) => BasisWriter.Write(target, basis, language));
        writer.WriteEndObject();
    }
}
