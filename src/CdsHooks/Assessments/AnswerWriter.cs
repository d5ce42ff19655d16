using System.Text.Json;
using Cds.Knowledge.Evaluation;

namespace Cds.CdsHooks.Assessments;

/// <summary>Writes a value of a conclusion: a code as a string, a number as it is, a list as an array of codes.</summary>
internal static class AnswerWriter
{
    /// <summary>Writes the value.</summary>
    public static void Write(Utf8JsonWriter writer, Answer answer)
    {
        switch (answer)
        {
            case CodeAnswer code:
                writer.WriteStringValue(code.Code);
                break;
            case NumberAnswer number:
                writer.WriteNumberValue(number.Number);
                break;
            case ListAnswer list:
                writer.WriteStartArray();
                foreach (string member in list.Members) writer.WriteStringValue(member);
                writer.WriteEndArray();
                break;
            default:
                throw new InvalidOperationException("Add the new kind of answer to AnswerWriter.");
        }
    }
}
