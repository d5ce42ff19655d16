using Cds.Knowledge.Recommendations;

namespace Cds.Knowledge.Tests.Reference;

/// <summary>The body measures (height, weight) that lack to work out the doses of what can be ordered.</summary>
internal static class DoseMissing
{
    /// <summary>Fact ids, each once, in the order of the options.</summary>
    public static IReadOnlyList<string> Of(IEnumerable<Option> options) => [.. options.SelectMany(option => option.Orders).SelectMany(Of).Distinct()];

    private static IReadOnlyList<string> Of(Order order) => order switch
    {
        DrugOrder drug => drug.DoseMissing,
        DoseChange change => change.DoseMissing,
        _ => [],
    };
}
