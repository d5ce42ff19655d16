namespace Cds.Knowledge.Values;

/// <summary>How the words of our enumerations are written in YAML, JSON and schemas.</summary>
internal static class KebabCase
{
    /// <summary><c>CurrentOrRemission</c> as <c>current-or-remission</c>.</summary>
    public static string Of(string name) =>
        string.Concat(name.Select((c, i) => char.IsUpper(c) ? (i > 0 ? "-" : "") + char.ToLowerInvariant(c) : c.ToString()));
}
