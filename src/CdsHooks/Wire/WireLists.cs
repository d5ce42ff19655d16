namespace Cds.CdsHooks.Wire;

/// <summary>Lists of an answer. They are walked once, while the answer is written: nothing is copied before.</summary>
internal static class WireLists
{
    /// <summary>The items as they are written; null when there are none, so that the member is left out (CDS Hooks forbids empty values).</summary>
    public static IEnumerable<TWire>? Filled<T, TWire>(this IReadOnlyCollection<T> items, Func<T, TWire> write) => items.Count == 0 ? null : items.Select(write);

    /// <summary>The items; null when there are none.</summary>
    public static IEnumerable<T>? Filled<T>(this IReadOnlyCollection<T> items) => items.Count == 0 ? null : items;
}
