namespace Cds.Knowledge.Loading.Checks;

/// <summary>A criterion, alone or inside others, with the entry it belongs to and the line nearest to it.</summary>
/// <param name="Criterion">The criterion.</param>
/// <param name="Kind">Kind of the entry.</param>
/// <param name="Id">Id of the entry.</param>
/// <param name="Place">Where it stands; null for the entry as a whole.</param>
internal sealed record PlacedCriterion(Criterion Criterion, string Kind, string Id, YamlEntry? Place)
{
    /// <summary>The criterion and all that it is made of.</summary>
    public static IEnumerable<PlacedCriterion> Within(ContentRead content, string kind, string id, Criterion criterion) =>
        Within(content, kind, id, criterion, null);

    /// <summary>Reports a defect at the line.</summary>
    public void Defect(ContentRead content, string what)
    {
        if (Place is { } place) place.Defect(what);
        else content.Entries.Defect(Kind, Id, what);
    }

    private static IEnumerable<PlacedCriterion> Within(ContentRead content, string kind, string id, Criterion criterion, YamlEntry? around)
    {
        // Several tests of one mapping become criteria of their own: they stand where the mapping stands.
        YamlEntry? place = content.Vocabulary.Places.Of(criterion) ?? around;
        return [new PlacedCriterion(criterion, kind, id, place), .. criterion.Children().SelectMany(child => Within(content, kind, id, child, place))];
    }
}
