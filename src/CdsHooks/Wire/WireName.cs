using System.Collections.Frozen;

namespace Cds.CdsHooks.Wire;

/// <summary>Members of closed lists as answers write them: <c>SwitchedOff</c> is <c>switched-off</c>.</summary>
internal static class WireName
{
    /// <summary>The name of a member.</summary>
    public static string Of<T>(T member)
        where T : struct, Enum => Names<T>.All[member];

    private static class Names<T>
        where T : struct, Enum
    {
        public static readonly FrozenDictionary<T, string> All = Enum.GetValues<T>().ToFrozenDictionary(member => member, member => JsonNamingPolicy.KebabCaseLower.ConvertName(Enum.GetName(member)!));
    }
}
