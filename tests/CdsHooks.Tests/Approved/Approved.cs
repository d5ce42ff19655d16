using System.Runtime.CompilerServices;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Cds.CdsHooks.Tests;

/// <summary>
/// What clients rely on is compared with a file that people approve: a change of the public surface is then a change of that file. Run the tests
/// with <c>APPROVE=1</c> to write what the service says now.
/// </summary>
internal static class Approved
{
    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static void Equal(string file, string actual, [CallerFilePath] string caller = "")
    {
        string path = Path.Combine(Folder(caller), file);
        if (Environment.GetEnvironmentVariable("APPROVE") == "1") File.WriteAllText(path, actual);
        Assert.Equal(File.ReadAllText(path), actual, ignoreLineEndingDifferences: true);
    }

    /// <summary>JSON as one reads it, so that differences show by line.</summary>
    public static string Indented(string json) => JsonSerializer.Serialize(JsonDocument.Parse(json).RootElement, Readable) + "\n";

    private static string Folder(string caller)
    {
        for (DirectoryInfo? folder = Directory.GetParent(caller); folder is not null; folder = folder.Parent)
        {
            string approved = Path.Combine(folder.FullName, "Approved");
            if (Directory.Exists(approved)) return approved;
        }

        throw new DirectoryNotFoundException("No folder Approved above " + caller);
    }
}
