using System.Collections.Frozen;
using System.Text;
using Cds.Knowledge.Loading;
using Cds.Knowledge.Tests.Content;

namespace Cds.Knowledge.Tests.Limits;

/// <summary>
/// The knowledge that ships with one limit changed. Reading all files takes long, so mutations that touch different entries are read at once, and of what
/// was read only the entries that one of them touches are put into the knowledge that ships.
/// </summary>
internal static class MutatedKnowledge
{
    private static readonly IReadOnlyList<KnowledgeFile> Files = KnowledgeBaseReader.EmbeddedFiles();

    /// <summary>Mutations that can be read at once: no two touch the same entry, nor stand in the same file, so that a defect tells whose it is.</summary>
    public static IReadOnlyList<IReadOnlyList<Mutation>> Batches(IEnumerable<Mutation> mutations)
    {
        var batches = new List<(List<Mutation> Mutations, HashSet<Owner> Entries)>();
        foreach (Mutation mutation in mutations)
        {
            Owner[] touched = [.. Touched.By(mutation.Limit.Owner), new Owner("file", mutation.Limit.File)];
            int place = batches.FindIndex(batch => !batch.Entries.Overlaps(touched));
            if (place < 0)
            {
                place = batches.Count;
                batches.Add(([], []));
            }

            batches[place].Mutations.Add(mutation);
            batches[place].Entries.UnionWith(touched);
        }

        return [.. batches.Select(batch => batch.Mutations)];
    }

    /// <summary>Each mutation with its knowledge; null where the check of the content refuses the change.</summary>
    public static IEnumerable<(Mutation Mutation, KnowledgeBase? Knowledge)> Read(IReadOnlyList<Mutation> batch)
    {
        try
        {
            KnowledgeBase read = KnowledgeBaseReader.Read([.. Files.Select(file => Changed(file, batch))]);
            return batch.Select(mutation => (mutation, (KnowledgeBase?)Only(mutation.Limit.Owner, read)));
        }
        catch (KnowledgeDefectsException exception)
        {
            HashSet<string> defective = [.. exception.Defects.Select(defect => defect.File)];
            ILookup<bool, Mutation> refused = batch.ToLookup(mutation => batch.Count == 1 || defective.Contains(mutation.Limit.File));
            // A change may make another file wrong: then each is read alone.
            IEnumerable<IReadOnlyList<Mutation>> others = refused[true].Any() ? [[.. refused[false]]] : refused[false].Select(mutation => new[] { mutation });
            return [.. refused[true].Select(mutation => (mutation, (KnowledgeBase?)null)), .. others.Where(part => part.Count > 0).SelectMany(Read)];
        }
    }

    private static KnowledgeFile Changed(KnowledgeFile file, IEnumerable<Mutation> batch)
    {
        Mutation[] changes = [.. batch.Where(mutation => mutation.Limit.File == file.Path).OrderByDescending(mutation => mutation.Index)];
        if (changes.Length == 0) return file;
        var text = new StringBuilder(file.Text);
        foreach (Mutation mutation in changes) text.Remove((int)mutation.Index, mutation.Length).Insert((int)mutation.Index, mutation.Replacement);
        return file with { Text = text.ToString() };
    }

    private static KnowledgeBase Only(Owner owner, KnowledgeBase read) => Touched.By(owner).Aggregate(Shipped.Knowledge, (knowledge, touched) => touched.Kind switch
    {
        "conclusions" => knowledge with
        {
            Conclusions = [.. knowledge.Conclusions.Select(c => c.Id == touched.Id ? read.ConclusionsById[touched.Id] : c)],
            ConclusionsById = With(knowledge.ConclusionsById, touched.Id, read.ConclusionsById[touched.Id]),
        },
        "recommendations" => knowledge with { Recommendations = [.. knowledge.Recommendations.Select(r => r.Id == touched.Id ? read.Recommendations.Single(changed => changed.Id == r.Id) : r)] },
        "regimens" => knowledge with { Regimens = With(knowledge.Regimens, touched.Id, read.Regimens[touched.Id]) },
        "drugs" => knowledge with { Drugs = With(knowledge.Drugs, touched.Id, read.Drugs[touched.Id]) },
        "computations" => WithLimit(knowledge, read.Limits[touched.Id]),
        _ => throw new InvalidOperationException($"Say how an entry of '{touched.Kind}' is put into the knowledge that ships."),
    });

    private static KnowledgeBase WithLimit(KnowledgeBase knowledge, Cds.Knowledge.Computations.Limit limit)
    {
        FrozenDictionary<string, Cds.Knowledge.Computations.Limit> limits = With(knowledge.Limits, limit.Id, limit);
        var book = new LimitBook(new LayeredEntries([], new DefectList()), limits.Values);
        return knowledge with { Limits = limits, Computations = ComputationLimitsReader.Read(book) };
    }

    private static FrozenDictionary<string, T> With<T>(FrozenDictionary<string, T> entries, string id, T entry) =>
        entries.Select(e => e.Key == id ? new KeyValuePair<string, T>(id, entry) : e).ToFrozenDictionary();
}
