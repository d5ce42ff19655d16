namespace Cds.CdsHooks.Pages;

/// <summary>Files that ship inside the assembly: nothing has to be deployed beside the program.</summary>
internal static class ShippedFile
{
    /// <summary>Names of the files of a folder.</summary>
    public static IEnumerable<string> Names(string folder) => typeof(ShippedFile).Assembly.GetManifestResourceNames().Where(name => name.StartsWith(folder, StringComparison.Ordinal));

    /// <summary>A file to read; the caller disposes of it.</summary>
    /// <exception cref="InvalidOperationException">There is none of this name.</exception>
    public static Stream Open(string name) => typeof(ShippedFile).Assembly.GetManifestResourceStream(name) ?? throw new InvalidOperationException($"{name} is not in the assembly.");

    /// <summary>The bytes of a file.</summary>
    public static byte[] Bytes(string name)
    {
        using Stream stream = Open(name);
        byte[] bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }

    /// <summary>The text of a file.</summary>
    public static string Text(string name)
    {
        using var reader = new StreamReader(Open(name));
        return reader.ReadToEnd();
    }

    /// <summary>The cells of a table whose columns are parted by tabs, line by line.</summary>
    public static IEnumerable<string[]> Rows(string name) => Text(name).Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(line => line.Split('\t'));
}
