using System.Collections.Frozen;
using Cds.Knowledge.Conclusions;
using Cds.Knowledge.DerivedFacts;
using Cds.Knowledge.Documents;
using Cds.Knowledge.Facts;
using Cds.Knowledge.Patients;
using Cds.Knowledge.Recommendations;
using Cds.Knowledge.Therapy;
using Cds.Knowledge.Units;

namespace Cds.Knowledge.Loading;

/// <summary>Reads and checks the knowledge files. Everything wrong is listed at once with file and line.</summary>
public static class KnowledgeBaseReader
{
    private const string ResourcePrefix = "Content/";

    /// <summary>The knowledge base that ships inside the assembly.</summary>
    /// <exception cref="KnowledgeDefectsException">The content has defects.</exception>
    public static KnowledgeBase ReadEmbedded() => Read(EmbeddedFiles());

    /// <summary>The files that ship inside the assembly.</summary>
    public static IReadOnlyList<KnowledgeFile> EmbeddedFiles()
    {
        System.Reflection.Assembly assembly = typeof(KnowledgeBaseReader).Assembly;
        return [.. assembly.GetManifestResourceNames().Where(n => n.StartsWith(ResourcePrefix, StringComparison.Ordinal)).Order(StringComparer.Ordinal).Select(name =>
        {
            using Stream stream = assembly.GetManifestResourceStream(name)!;
            using var reader = new StreamReader(stream);
            return new KnowledgeFile(name[ResourcePrefix.Length..].Replace('\\', '/'), reader.ReadToEnd());
        })];
    }

    /// <summary>Reads a knowledge base from its files.</summary>
    /// <exception cref="KnowledgeDefectsException">The content has defects.</exception>
    public static KnowledgeBase Read(IReadOnlyList<KnowledgeFile> files)
    {
        var defects = new DefectList();
        var vocabulary = new Vocabulary();
        Dictionary<string, YamlEntry> entries = [];
        foreach (KnowledgeFile file in files)
        {
            if (YamlEntry.Parse(file, defects) is { } entry) entries[file.Path] = entry;
        }

        IEnumerable<YamlEntry> In(string folder) => entries.Where(e => e.Key.StartsWith(folder + "/", StringComparison.Ordinal)).OrderBy(e => e.Key, StringComparer.Ordinal).Select(e => e.Value);
        IReadOnlyList<YamlEntry> List(string path, string key)
        {
            if (!entries.TryGetValue(path, out YamlEntry? entry)) return [];
            IReadOnlyList<YamlEntry> items = entry.Entries(key);
            entry.Finish();
            return items;
        }

        string version = ReadVersion(entries, defects);
        UnitSpellings spellings = ReadSpellings(entries);
        IReadOnlyList<Document> documents = [.. List("documents.yaml", "documents").Concat(In("documents").SelectMany(e => Items(e, "documents"))).Select(ReadDocument)];
        IReadOnlyList<FactDefinition> facts = [.. In("facts").SelectMany(e => Items(e, "facts")).Select(FactReader.Read)];
        IReadOnlyList<ConditionDefinition> conditions = [.. List("conditions.yaml", "conditions").Select(ReadCondition)];
        IReadOnlyList<ProcedureDefinition> procedures = [.. List("procedures.yaml", "procedures").Select(ReadProcedure)];
        IReadOnlyList<ActionDefinition> actions = [.. List("actions.yaml", "actions").Select(ReadAction)];
        IReadOnlyList<OverrideReason> reasons = [.. List("override-reasons.yaml", "reasons").Select(ReadOverrideReason)];
        IReadOnlyList<DrugClass> classes = [.. List("drugs/classes.yaml", "classes").Select(ReadClass)];
        IReadOnlyList<YamlEntry> drugEntries = [.. In("drugs").Where(e => e.File != "drugs/classes.yaml").SelectMany(e => Items(e, "drugs"))];

        foreach (FactDefinition fact in facts)
        {
            if (!vocabulary.Facts.TryAdd(fact.Id, fact)) defects.Add("facts", 0, $"fact '{fact.Id}' is defined twice");
        }

        foreach (string derived in DerivedFact.ById.Keys.Where(d => !vocabulary.Facts.ContainsKey(d)))
            defects.Add("facts/derived.yaml", 0, $"the derived fact '{derived}' is not described");
        vocabulary.EvidenceTerms = EvidenceTerms.Read(entries.GetValueOrDefault("evidence-terms.yaml"));
        vocabulary.Conditions.UnionWith(conditions.Select(c => c.Id));
        vocabulary.Procedures.UnionWith(procedures.Select(p => p.Id));
        vocabulary.Actions.UnionWith(actions.Select(a => a.Id));
        vocabulary.OverrideReasons.UnionWith(reasons.Select(r => r.Id));
        vocabulary.DrugClasses.UnionWith(classes.Select(c => c.Id));
        vocabulary.Documents.UnionWith(documents.Select(d => d.Id));
        vocabulary.Drugs.UnionWith(drugEntries.Select(d => d.Text("id") ?? ""));
        foreach (YamlEntry regimen in In("regimens")) vocabulary.Regimens.Add(regimen.Text("id") ?? "");
        foreach (KnowledgeFile file in files.Where(f => f.Path.StartsWith("conclusions/", StringComparison.Ordinal))) ConclusionReader.Announce(file, vocabulary);

        var rules = new RuleReader(new CriterionReader(vocabulary));
        IReadOnlyList<Drug> drugs = [.. drugEntries.Select(d => ReadDrug(d, vocabulary, rules))];
        IReadOnlyList<Regimen> regimens = [.. In("regimens").Select(r => RegimenReader.Read(r, vocabulary, rules))];
        var conclusionReader = new ConclusionReader(vocabulary, rules);
        IReadOnlyList<ConclusionDefinition> conclusions = [.. In("conclusions").Select(conclusionReader.Read).OfType<ConclusionDefinition>()];
        var recommendationReader = new RecommendationReader(vocabulary, rules);
        IReadOnlyList<RecommendationDefinition> recommendations = [.. In("recommendations").Select(recommendationReader.Read)];

        var checks = new ConsistencyChecks(vocabulary, defects);
        ConsistencyChecks.FileNames(In("conclusions"), In("recommendations"), In("regimens"));
        checks.UniqueIds(conclusions.Select(c => c.Id), recommendations.Select(r => r.Id), regimens.Select(r => r.Id), drugs.Select(d => d.Id),
            documents.Select(d => d.Id), conditions.Select(c => c.Id), procedures.Select(p => p.Id), actions.Select(a => a.Id));
        checks.Citations(conclusions, recommendations, regimens, drugs);
        checks.Summaries(recommendations);
        checks.OrderRules(conclusions, recommendations, drugs);
        IReadOnlyList<ConclusionDefinition> ordered = checks.InOrder(conclusions);
        defects.ThrowIfAny();

        return new KnowledgeBase
        {
            Version = version,
            UnitSpellings = spellings,
            DocumentOrder = [.. documents.Select(d => d.Id)],
            Documents = documents.ToFrozenDictionary(d => d.Id),
            Facts = vocabulary.Facts.ToFrozenDictionary(),
            Conditions = conditions.ToFrozenDictionary(c => c.Id),
            Procedures = procedures.ToFrozenDictionary(p => p.Id),
            Actions = actions.ToFrozenDictionary(a => a.Id),
            OverrideReasons = reasons.ToFrozenDictionary(r => r.Id),
            DrugClasses = classes.ToFrozenDictionary(c => c.Id),
            Drugs = drugs.ToFrozenDictionary(d => d.Id),
            Regimens = regimens.ToFrozenDictionary(r => r.Id),
            Conclusions = ordered,
            ConclusionsById = ordered.ToFrozenDictionary(c => c.Id),
            Recommendations = [.. recommendations.OrderBy(r => r.Order).ThenBy(r => r.Id, StringComparer.Ordinal)],
        };
    }

    private static IReadOnlyList<YamlEntry> Items(YamlEntry entry, string key)
    {
        IReadOnlyList<YamlEntry> items = entry.Entries(key);
        entry.Finish();
        return items;
    }

    private static string ReadVersion(Dictionary<string, YamlEntry> entries, DefectList defects)
    {
        if (!entries.TryGetValue("knowledge-base.yaml", out YamlEntry? entry))
        {
            defects.Add("knowledge-base.yaml", 0, "the file with the version is missing");
            return "";
        }

        string version = entry.RequiredText("version");
        entry.Finish();
        return version;
    }

    private static UnitSpellings ReadSpellings(Dictionary<string, YamlEntry> entries)
    {
        if (!entries.TryGetValue("units.yaml", out YamlEntry? entry)) return UnitSpellings.None;
        var spellings = new Dictionary<string, string>();
        foreach (YamlEntry unit in entry.Entries("units"))
        {
            string ucum = unit.RequiredText("ucum");
            foreach (string spelling in unit.Texts("spellings"))
            {
                string normalised = UnitSpellings.Normalise(spelling);
                if (!spellings.TryAdd(normalised, ucum) && spellings[normalised] != ucum)
                    unit.Defect($"the spelling '{spelling}' stands for '{spellings[normalised]}' and for '{ucum}'");
            }

            unit.Finish();
        }

        entry.Finish();
        return new UnitSpellings(spellings.ToFrozenDictionary());
    }

    private static Document ReadDocument(YamlEntry entry)
    {
        var document = new Document(
            entry.RequiredText("id"), entry.RequiredLocalized("short-name"), entry.RequiredLocalized("title"), entry.RequiredText("published"),
            entry.Word<DocumentKind>("kind") ?? entry.Report(DocumentKind.Publication, "'kind' is missing"));
        entry.Finish();
        return document;
    }

    private static ConditionDefinition ReadCondition(YamlEntry entry)
    {
        var condition = new ConditionDefinition(entry.RequiredText("id"), entry.RequiredLocalized("title"), entry.Flag("plasma-cell-disorder"));
        entry.Finish();
        return condition;
    }

    private static ProcedureDefinition ReadProcedure(YamlEntry entry)
    {
        var procedure = new ProcedureDefinition(entry.RequiredText("id"), entry.RequiredLocalized("title"));
        entry.Finish();
        return procedure;
    }

    private static ActionDefinition ReadAction(YamlEntry entry)
    {
        var action = new ActionDefinition(entry.RequiredText("id"), entry.RequiredLocalized("title"), FactReader.Order(entry));
        entry.Finish();
        return action;
    }

    private static OverrideReason ReadOverrideReason(YamlEntry entry)
    {
        var reason = new OverrideReason(entry.RequiredText("id"), entry.RequiredLocalized("title"), entry.Flag("lasting"));
        entry.Finish();
        return reason;
    }

    private static DrugClass ReadClass(YamlEntry entry)
    {
        var drugClass = new DrugClass(entry.RequiredText("id"), entry.RequiredLocalized("title"));
        entry.Finish();
        return drugClass;
    }

    private static Drug ReadDrug(YamlEntry entry, Vocabulary vocabulary, RuleReader rules)
    {
        string? drugClass = entry.Text("class");
        if (drugClass is not null && !vocabulary.DrugClasses.Contains(drugClass)) entry.Defect($"unknown class '{drugClass}'", "class");
        var drug = new Drug
        {
            Id = entry.RequiredText("id"),
            Title = entry.RequiredLocalized("title"),
            Class = drugClass,
            IsAntiMyeloma = entry.Flag("anti-myeloma"),
            IntervalDays = entry.Integer("interval-days") ?? 28,
            Names = entry.Texts("names"),
            Rules = rules.Standing(entry, "rules"),
            ToConfirm = rules.Confirmations(entry, "to-confirm"),
            DoseAdjustments = rules.DoseAdjustments(entry, "dose-adjustments"),
        };
        entry.Finish();
        return drug;
    }
}
