using System.Collections.Frozen;
using System.Text;
using Cds.Knowledge.Conclusions;
using Cds.Knowledge.Loading;
using Cds.Knowledge.Recommendations;
using Cds.Knowledge.Tests.Content;

namespace Cds.Knowledge.Tests.Limits;

/// <summary>
/// The knowledge that ships with one limit changed. Reading all files takes long, so mutations of different entries are read at once, and of what was
/// read only the one entry is put into the knowledge that ships.
/// </summary>
internal static class MutatedKnowledge
{
    private static readonly IReadOnlyList<KnowledgeFile> Files = KnowledgeBaseReader.EmbeddedFiles();

    /// <summary>Mutations that can be read at once: one of each entry; alone those that may concern several.</summary>
    public static IEnumerable<IReadOnlyList<Mutation>> Batches(IEnumerable<Mutation> mutations)
    {
        ILookup<bool, Mutation> byOwner = mutations.ToLookup(mutation => mutation.Limit.Owner is not null);
        IEnumerable<IReadOnlyList<Mutation>> together = byOwner[true].GroupBy(mutation => mutation.Limit.Owner)
            .SelectMany(ofOne => ofOne.Index())
            .GroupBy(numbered => numbered.Index, numbered => numbered.Item)
            .Select(batch => batch.ToArray());
        return [.. byOwner[false].Select(mutation => new[] { mutation }), .. together];
    }

    /// <summary>Each mutation with its knowledge; null where the check of the content refuses the change.</summary>
    public static IEnumerable<(Mutation Mutation, KnowledgeBase? Knowledge)> Read(IReadOnlyList<Mutation> batch)
    {
        try
        {
            KnowledgeBase read = KnowledgeBaseReader.Read([.. Files.Select(file => Changed(file, batch))]);
            return batch.Select(mutation => (mutation, (KnowledgeBase?)Only(mutation.Limit.Owner, read)));
        }
        catch (KnowledgeDefectsException) when (batch.Count == 1)
        {
            return [(batch[0], null)];
        }
        catch (KnowledgeDefectsException exception)
        {
            HashSet<string> defective = [.. exception.Defects.Select(defect => defect.File)];
            ILookup<bool, Mutation> suspects = batch.ToLookup(mutation => defective.Contains(mutation.Limit.File));
            IEnumerable<IReadOnlyList<Mutation>> smaller = suspects[true].Any()
                ? [.. suspects[true].Select(mutation => new[] { mutation }), [.. suspects[false]]]
                : batch.Select(mutation => new[] { mutation });
            return smaller.Where(part => part.Count > 0).SelectMany(Read);
        }
    }

    private static KnowledgeFile Changed(KnowledgeFile file, IEnumerable<Mutation> batch)
    {
        var text = new StringBuilder(file.Text);
        foreach (Mutation mutation in batch.Where(m => m.Limit.File == file.Path).OrderByDescending(m => m.Index))
            text.Remove((int)mutation.Index, mutation.Length).Insert((int)mutation.Index, mutation.Replacement);
        return text.Length == file.Text.Length && text.Equals(file.Text) ? file : file with { Text = text.ToString() };
    }

    private static KnowledgeBase Only(Owner? owner, KnowledgeBase read)
    {
        KnowledgeBase shipped = Shipped.Knowledge;
        switch (owner)
        {
            case null:
                return read;
            case { Kind: "conclusions" }:
                ConclusionDefinition conclusion = read.ConclusionsById[owner.Id];
                return shipped with
                {
                    Conclusions = [.. shipped.Conclusions.Select(c => c.Id == owner.Id ? conclusion : c)],
                    ConclusionsById = With(shipped.ConclusionsById, owner.Id, conclusion),
                };
            case { Kind: "recommendations" }:
                RecommendationDefinition recommendation = read.Recommendations.Single(r => r.Id == owner.Id);
                return shipped with { Recommendations = [.. shipped.Recommendations.Select(r => r.Id == owner.Id ? recommendation : r)] };
            case { Kind: "regimens" }:
                return shipped with { Regimens = With(shipped.Regimens, owner.Id, read.Regimens[owner.Id]) };
            case { Kind: "drugs" }:
                return shipped with { Drugs = With(shipped.Drugs, owner.Id, read.Drugs[owner.Id]) };
            case { Kind: "facts" }:
                return shipped with { Facts = With(shipped.Facts, owner.Id, read.Facts[owner.Id]) };
            default:
                throw new InvalidOperationException($"Say how an entry of '{owner.Kind}' is put into the knowledge that ships.");
        }
    }

    private static FrozenDictionary<string, T> With<T>(FrozenDictionary<string, T> entries, string id, T entry) =>
        entries.Select(e => e.Key == id ? new KeyValuePair<string, T>(id, entry) : e).ToFrozenDictionary();
}
