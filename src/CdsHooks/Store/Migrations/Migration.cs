using System.Reflection;

namespace Cds.CdsHooks.Store.Migrations;

/// <summary>A step that brings the tables from one number to the next: a file of SQL, never changed once it was released.</summary>
/// <param name="Number">Its number, from 1.</param>
/// <param name="Name">File name.</param>
internal sealed record Migration(int Number, string Name)
{
    private const string Prefix = "migrations";

    /// <summary>The steps of a database in order.</summary>
    public static IReadOnlyList<Migration> Of(string dialect)
    {
        string folder = $"{Prefix}/{dialect}/";
        return
        [
            .. Assembly.GetExecutingAssembly().GetManifestResourceNames()
                .Where(name => name.StartsWith(folder, StringComparison.Ordinal))
                .Order(StringComparer.Ordinal)
                .Select(name => new Migration(int.Parse(name.AsSpan(folder.Length, 4), CultureInfo.InvariantCulture), name)),
        ];
    }

    /// <summary>Its SQL.</summary>
    public string Read()
    {
        using var reader = new StreamReader(Assembly.GetExecutingAssembly().GetManifestResourceStream(Name)!);
        return reader.ReadToEnd();
    }
}
