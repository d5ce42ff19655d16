namespace Cds.FhirMapping.Tests.Relations;

/// <summary>One Bundle sent in parts, as a hook's prefetch comes.</summary>
internal static class PartRelations
{
    public static IEnumerable<Relation> All =>
    [
        Relation.Same("a page for each resource", record => Paged(record, 1)),
        Relation.Same("pages of seven resources", record => Paged(record, 7)),
        Relation.Same("one page", record => Paged(record, 10_000)),
    ];

    /// <summary>Addresses within one Bundle mean nothing on another page.</summary>
    private static Record? Paged(Record record, int size) => record.HasOwnAddresses ? null : record with { PageSize = size };
}
