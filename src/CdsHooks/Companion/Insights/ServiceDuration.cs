using Cds.CdsHooks.Store;

namespace Cds.CdsHooks.Companion.Insights;

/// <summary>How long the latest calls of a service took.</summary>
/// <param name="Service">Service id.</param>
/// <param name="Calls">How many calls.</param>
/// <param name="Half">Milliseconds within which half of them were answered.</param>
/// <param name="Most">Milliseconds within which 95 of 100 were answered.</param>
/// <param name="Longest">Milliseconds of the longest.</param>
public sealed record ServiceDuration(string Service, int Calls, double Half, double Most, double Longest)
{
    internal static IReadOnlyList<ServiceDuration> Of(IReadOnlyList<CallDuration> durations) =>
    [
        .. durations.GroupBy(call => call.Service, StringComparer.Ordinal).OrderBy(group => group.Key, StringComparer.Ordinal).Select(group => Of(group.Key, [.. group.Select(call => call.Milliseconds).Order()])),
    ];

    private static ServiceDuration Of(string service, double[] ordered) => new(service, ordered.Length, Within(ordered, 50), Within(ordered, 95), ordered[^1]);

    /// <summary>The smallest duration that so many of a hundred calls did not exceed (nearest rank).</summary>
    private static double Within(double[] ordered, int percent) => ordered[(ordered.Length * percent + 99) / 100 - 1];
}
