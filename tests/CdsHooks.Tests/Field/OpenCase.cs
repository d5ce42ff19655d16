using Cds.CdsHooks.Tests.Samples;

namespace Cds.CdsHooks.Tests.Field;

/// <summary>A field case that the service does not answer as expected yet: what it needs, and what differs today (open-cases.csv).</summary>
/// <param name="Name">Name of the case.</param>
/// <param name="Needs">The behaviour that is missing, the same words for all cases that wait for it.</param>
/// <param name="Reason">What differs.</param>
internal sealed record OpenCase(string Name, string Needs, string Reason)
{
    public static IReadOnlyDictionary<string, OpenCase> ByName { get; } =
        File.ReadLines(Path.Combine(Repository.Root, "tests", "CdsHooks.Tests", "Field", "open-cases.csv")).Skip(1)
            .Select(line => line.Split(',', 3)).Select(parts => new OpenCase(parts[0], parts[1], parts[2])).ToDictionary(open => open.Name);
}
