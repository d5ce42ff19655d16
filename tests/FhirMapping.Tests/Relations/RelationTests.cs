namespace Cds.FhirMapping.Tests.Relations;

/// <summary>Relations that must hold between the answers for a record and for a changed one, over every sample, journey, case and field patient of the repository.</summary>
public sealed class RelationTests
{
    private static readonly Relation[] Relations =
    [
        .. FormRelations.All, .. NoiseRelations.All, .. UnitRelations.All, .. CodeRelations.All, .. DateRelations.All, .. RepetitionRelations.All, .. DerivedRelations.All, .. RemovalRelations.All,
        .. PartRelations.All,
    ];

    private static readonly Lazy<(Record Record, Answers Answers)[]> Known = new(() => [.. Record.All.AsParallel().AsOrdered().Select(record => (record, record.Answers()))]);

    public static TheoryData<string> Names => [.. Relations.Select(relation => relation.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Holds_for_every_record(string name)
    {
        Relation relation = Relations.Single(r => r.Name == name);
        (string? Wrong, bool Changed)[] results =
        [
            .. Known.Value.SelectMany(known => relation.Change(known.Record).Select(changed =>
                (relation.Holds(known.Answers, changed.Answers()) is { } wrong ? $"{changed.Name}: {wrong}" : null, true))),
        ];
        Assert.NotEmpty(results);
        string[] failed = [.. results.Select(result => result.Wrong).OfType<string>()];
        Assert.True(failed.Length == 0, $"{failed.Length} of {results.Length}:\n" + string.Join('\n', failed.Take(12)));
    }

    [Fact]
    public void There_are_more_than_forty_relations_over_more_than_four_hundred_records()
    {
        Assert.True(Relations.Length > 40, $"{Relations.Length}");
        Assert.True(Record.All.Count > 400, $"{Record.All.Count}");
        Assert.Equal(Relations.Length, Relations.Select(relation => relation.Name).Distinct().Count());
    }
}
