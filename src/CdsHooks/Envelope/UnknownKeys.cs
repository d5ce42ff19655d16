using System.Text.RegularExpressions;

namespace Cds.CdsHooks.Envelope;

/// <summary>
/// Prefetch keys that a client sends and that this service does not publish, so that an integrator sees that their data are not read. Names only: a name that does not look
/// like a key may be anything, also patient data, and is only counted.
/// </summary>
internal static partial class UnknownKeys
{
    private const int MostNamed = 10;

    /// <summary>The names, at most ten; then how many more there are.</summary>
    public static IReadOnlyList<string> Of(JsonElement prefetch, IReadOnlyList<PrefetchTemplate> templates)
    {
        if (prefetch.ValueKind != JsonValueKind.Object) return [];
        string[] unknown = [.. prefetch.EnumerateObject().Select(member => member.Name).Where(name => templates.All(template => template.Key != name)).Distinct()];
        string[] named = [.. unknown.Where(name => Key().IsMatch(name)).Take(MostNamed)];
        return unknown.Length > named.Length ? [.. named, $"+{unknown.Length - named.Length}"] : named;
    }

    [GeneratedRegex(@"^[A-Za-z][A-Za-z_-]{0,39}[0-9]{0,2}\z", RegexOptions.CultureInvariant)]
    private static partial Regex Key();
}
