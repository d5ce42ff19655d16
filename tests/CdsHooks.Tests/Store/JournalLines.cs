using System.Text;

namespace Cds.CdsHooks.Tests.Store;

/// <summary>Lines as the journal of before had them: a card that was shown, and what became of it.</summary>
internal static class JournalLines
{
    public const string Card = "0f1b8b9e-7a51-4a50-9a5d-0a54a6a3f001";

    /// <summary>A line that was being written when the process died, in the middle of a character.</summary>
    public const string Torn = "{\"feedback\":{\"comment\":\"私";

    public static string ShownLine() =>
        """
        {"audit":{"time":"2026-10-20T00:00:00+00:00","client":"https://ehr.example.org","tenant":"t","service":"myeloma-patient-view","hook":"patient-view","hookInstance":"6d1f3a52-1c0b-4c7e-9e0a-7f5f2d9a4b10","outcome":"cards","knowledgeVersion":"0.1.0","milliseconds":12.5,"patient":"patient-1","user":"user-1","cards":[{"uuid":"CARD","rule":"safety.pregnancy","indicator":"warning","scope":"lenalidomide"}],"keptBack":["x"]}}
        """.Replace("CARD", Card, StringComparison.Ordinal);

    public static string OverriddenLine() =>
        """
        {"feedback":{"received":"2026-11-20T00:00:00+00:00","client":"https://ehr.example.org","service":"myeloma-patient-view","card":"CARD","isAccepted":false,"time":"2026-11-20T00:00:00+00:00","suggestions":[],"reasonSystem":"s","reasonCode":"noted","comment":"wrote this","rule":"safety.pregnancy","scope":"lenalidomide","indicator":"warning","patient":"patient-1","user":"user-1","isUntilChanged":true,"isLasting":true}}
        """.Replace("CARD", Card, StringComparison.Ordinal);

    /// <summary>Writes the lines; a torn one loses its last byte and has no end.</summary>
    public static async Task WriteAsync(string path, params string[] lines)
    {
        await using var file = new FileStream(path, FileMode.Create);
        foreach (string line in lines)
            await file.WriteAsync(line == Torn ? Encoding.UTF8.GetBytes(line).AsMemory()[..^1] : Encoding.UTF8.GetBytes(line + "\n"), TestContext.Current.CancellationToken);
    }
}
