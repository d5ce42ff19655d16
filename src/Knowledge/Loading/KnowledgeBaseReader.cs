using System.Collections.Frozen;
using Cds.Knowledge.Approvals;
using Cds.Knowledge.Conclusions;
using Cds.Knowledge.DerivedFacts;
using Cds.Knowledge.Documents;
using Cds.Knowledge.Loading.Checks;
using Cds.Knowledge.Recommendations;
using Cds.Knowledge.Units;

namespace Cds.Knowledge.Loading;

/// <summary>Reads and checks the knowledge files. Everything wrong is listed at once with file and line.</summary>
public static class KnowledgeBaseReader
{
    /// <summary>The knowledge base that ships inside the assembly.</summary>
    /// <exception cref="KnowledgeDefectsException">The content has defects.</exception>
    public static KnowledgeBase ReadEmbedded() => Read(EmbeddedFiles());

    /// <summary>The files that ship inside the assembly.</summary>
    public static IReadOnlyList<KnowledgeFile> EmbeddedFiles() => Loading.EmbeddedFiles.Under("Content");

    /// <summary>The ids of the modules that ship.</summary>
    public static IReadOnlyList<string> EmbeddedModules() => [.. EmbeddedFiles().Select(f => f.Module).OfType<string>().Distinct().Order(StringComparer.Ordinal)];

    /// <summary>Checks names of modules.</summary>
    /// <returns>For each that no module has, what is wrong with it.</returns>
    public static IReadOnlyList<string> UnknownModules(IEnumerable<string> named)
    {
        IReadOnlyList<string> known = EmbeddedModules();
        return [.. named.Where(n => !known.Contains(n)).Select(n => $"no module has the id '{n}'{Nearest.Hint(n, known)} There are {string.Join(", ", known)}.")];
    }

    /// <summary>The files of a site's overlay folder, in the layout of the content that ships.</summary>
    public static IReadOnlyList<KnowledgeFile> OverlayFiles(string folder) =>
    [
        .. Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .Where(file => Path.GetExtension(file) is ".yaml" or ".yml")
            .Order(StringComparer.Ordinal)
            .Select(file => new KnowledgeFile(Path.GetRelativePath(folder, file).Replace('\\', '/'), File.ReadAllText(file)) { Overlay = folder }),
    ];

    /// <summary>Reads a knowledge base from its files, those of an overlay on top of those that ship.</summary>
    /// <exception cref="KnowledgeDefectsException">The content has defects.</exception>
    public static KnowledgeBase Read(IReadOnlyList<KnowledgeFile> files) => Read(files, new DefectList());

    /// <summary>Reads files that ship, and nothing else. The checks of sense, a fifth of the time, are left out: the tests of the build run them over the same files.</summary>
    /// <exception cref="KnowledgeDefectsException">The content has defects.</exception>
    public static KnowledgeBase ReadShipped(IReadOnlyList<KnowledgeFile> files) => Read(files, new DefectList(), checksSense: false);

    /// <summary>The same, with the list that collects what is wrong.</summary>
    internal static KnowledgeBase Read(IReadOnlyList<KnowledgeFile> files, DefectList defects, bool checksSense = true)
    {
        var vocabulary = new Vocabulary();
        var entries = new LayeredEntries(files, defects);

        var documentReader = new DocumentReader(entries);
        IReadOnlyList<Document> documents =
            [.. entries.Items("documents", "documents", "documents/").Select(documentReader.Read).OrderBy(d => d.Place).Select(d => d.Document)];
        foreach (Document document in documents) vocabulary.Documents.TryAdd(document.Id, document);
        var limits = new LimitBook(entries, entries.Items(LayeredEntries.Computations, "limits", LayeredEntries.Computations + "/").Select(l => LimitReader.Read(l, vocabulary)));
        entries.Limits.Use(limits.All);
        vocabulary.Limits = limits;
        ComputationLimits computations = ComputationLimitsReader.Read(limits);

        string version = ReadVersion(entries, defects);
        UnitSpellings spellings = UnitReader.Read(entries);
        var windows = new WindowsByKind(entries);
        IReadOnlyList<YamlEntry> factEntries = entries.Items("facts", "facts", "facts/");
        IReadOnlyList<FactDefinition> facts = [.. factEntries.Select(e => FactReader.Read(e, entries.Replaced("facts", e.Text("id") ?? ""), windows, limits))];
        windows.ReportUnused();
        IReadOnlyList<ConditionDefinition> conditions = [.. entries.Items("conditions", "conditions", "conditions.yaml").Select(VocabularyReader.Condition)];
        IReadOnlyList<ProcedureDefinition> procedures = [.. entries.Items("procedures", "procedures", "procedures.yaml").Select(VocabularyReader.Procedure)];
        IReadOnlyList<ActionDefinition> actions = [.. entries.Items("actions", "actions", "actions.yaml").Select(VocabularyReader.Action)];
        IReadOnlyList<OverrideReason> reasons = [.. entries.Items("override-reasons", "reasons", "override-reasons.yaml").Select(VocabularyReader.OverrideReason)];
        IReadOnlyList<DrugClass> classes = [.. entries.Items("drug-classes", "classes", LayeredEntries.DrugClasses).Select(VocabularyReader.Class)];
        IReadOnlyList<YamlEntry> drugEntries = entries.Items("drugs", "drugs", "drugs/");
        IReadOnlyList<YamlEntry> regimenEntries = entries.Files("regimens");
        IReadOnlyList<YamlEntry> conclusionEntries = entries.Files("conclusions");
        IReadOnlyList<YamlEntry> recommendationEntries = entries.Files("recommendations");

        foreach (FactDefinition fact in facts)
        {
            if (!vocabulary.Facts.TryAdd(fact.Id, fact)) entries.Defect("facts", fact.Id, $"fact '{fact.Id}' is defined twice");
        }

        foreach (string derived in DerivedFact.ById.Keys.Where(d => !vocabulary.Facts.ContainsKey(d)))
            defects.Add("facts/derived.yaml", 0, $"the derived fact '{derived}' is not described");
        ComputedFacts computedFacts = ComputedFactsReader.Read(entries, vocabulary);
        vocabulary.EvidenceTerms = EvidenceTerms.Read(entries.Shipped("evidence-terms.yaml"), entries.Local("evidence-terms.yaml"));
        vocabulary.Conditions.UnionWith(conditions.Select(c => c.Id));
        vocabulary.ConditionsOfRegimens = [.. conditions.Where(c => c.IsOfRegimens).Select(c => c.Id)];
        vocabulary.Procedures.UnionWith(procedures.Select(p => p.Id));
        vocabulary.Actions.UnionWith(actions.Select(a => a.Id));
        vocabulary.OverrideReasons.UnionWith(reasons.Select(r => r.Id));
        vocabulary.DrugClasses.UnionWith(classes.Select(c => c.Id));
        IReadOnlyList<YamlEntry> trialEntries = entries.Files("trials");
        IReadOnlyList<Trial> trials = [.. trialEntries.Select(t => TrialReader.Read(t, vocabulary))];
        foreach (Trial trial in trials) vocabulary.Trials.TryAdd(trial.Id, trial);
        vocabulary.Drugs.UnionWith(drugEntries.Select(d => d.Text("id") ?? ""));
        foreach (YamlEntry regimen in regimenEntries) vocabulary.Regimens.Add(regimen.Text("id") ?? "");
        foreach (YamlEntry conclusion in conclusionEntries) ConclusionReader.Announce(conclusion, vocabulary);

        ApprovalTable approvals = new ApprovalReader(vocabulary).Read(entries);
        vocabulary.Approvals.UnionWith(approvals.ById.Keys);
        vocabulary.Jurisdictions.UnionWith(approvals.Jurisdictions.Keys);
        var modules = new ModuleBook(entries, vocabulary);
        var ruleReader = new RuleReader(vocabulary, new CriterionReader(vocabulary));
        ILookup<string, DrugForm> forms = entries.Items("drug-forms", "forms", LayeredEntries.DrugForms).Select(f => DrugFormReader.Read(f, vocabulary)).ToLookup(f => f.DrugId);
        IReadOnlyList<DoseRange> doseRanges = [.. entries.Items("dose-ranges", "dose-ranges", LayeredEntries.DoseRanges).Select(r => DoseRangeReader.Read(r, vocabulary))];
        IReadOnlyList<Drug> drugs = [.. drugEntries.Select(d => DrugReader.Read(d, vocabulary, ruleReader, classes, computations.Phase.CycleDays))
            .Select(d => d with { Forms = [.. forms[d.Id]], NotCovered = modules.NotCovered.GetValueOrDefault(d.Id) ?? d.NotCovered, IsCoveredInPart = modules.NotCovered.ContainsKey(d.Id) })];
        IReadOnlyList<Regimen> regimens = [.. regimenEntries.Select(r => RegimenReader.Read(r, vocabulary, ruleReader))];
        var conclusionReader = new ConclusionReader(vocabulary, ruleReader, modules);
        IReadOnlyList<ConclusionDefinition> conclusions = [.. conclusionEntries.Select(c => conclusionReader.Read(c, entries.Replaced("conclusions", c.Text("id") ?? ""))).OfType<ConclusionDefinition>()];
        var recommendationReader = new RecommendationReader(vocabulary, ruleReader, drugs, modules);
        IReadOnlyList<RecommendationDefinition> recommendations = new BesideReader(vocabulary, ruleReader).Read(
            entries, [.. recommendationEntries.Select(r => recommendationReader.Read(r, entries.Replaced("recommendations", r.Text("id") ?? "")))]);
        IReadOnlyList<Interpretation> readings = [.. entries.Items("readings", "readings", "readings.yaml").Select(r => ReadInterpretation(r, vocabulary))];
        Formulary formulary = FormularyReader.Read(entries, drugs, regimens);

        var checks = new ConsistencyChecks(entries);
        ConsistencyChecks.FileNames(conclusionEntries, recommendationEntries, regimenEntries, trialEntries);
        checks.UniqueIds(
            ("conclusions", conclusions.Select(c => c.Id)), ("recommendations", recommendations.Select(r => r.Id)), ("regimens", regimens.Select(r => r.Id)), ("trials", trials.Select(t => t.Id)),
            ("drugs", drugs.Select(d => d.Id)), ("documents", documents.Select(d => d.Id)), ("conditions", conditions.Select(c => c.Id)),
            ("procedures", procedures.Select(p => p.Id)), ("actions", actions.Select(a => a.Id)), ("override-reasons", reasons.Select(r => r.Id)),
            ("drug-classes", classes.Select(c => c.Id)));
        HashSet<string> rules = [.. conclusions.Select(c => c.Id), .. recommendations.Select(r => r.Id), .. regimens.Select(r => r.Id)];
        checks.Interpretations(readings, rules);
        documentReader.CheckNames(rules, trials.Select(t => t.Id).ToHashSet());
        limits.ReportUnused();
        checks.Summaries(recommendations);
        checks.OrderRules(conclusions, recommendations, drugs);
        IReadOnlyList<ConclusionDefinition> ordered = checks.InOrder(conclusions);
        var roles = new RoleChecks(entries);
        roles.Facts(facts, vocabulary);
        roles.Vocabularies(conditions, procedures, reasons, drugs, vocabulary);
        roles.Panels(actions, vocabulary);
        roles.Conclusions(conclusions);
        entries.ReportUnusedShared();
        var read = new ContentRead
        {
            Vocabulary = vocabulary,
            Entries = entries,
            Drugs = drugs,
            DoseRanges = doseRanges,
            Regimens = regimens,
            Conclusions = conclusions,
            Recommendations = recommendations,
            Reasons = StatedReasons.Read(entries, vocabulary),
        };
        if (checksSense) SenseChecks.Run(read);
        defects.ThrowIfAny();

        return DoseBandCompletion.Complete(new KnowledgeBase
        {
            Version = version,
            UnitSpellings = spellings,
            Limits = limits.All,
            Computations = computations,
            ComputedFacts = computedFacts,
            Interpretations = readings,
            LocalVignettes = [.. files.Where(f => f.Overlay is not null && f.Path.StartsWith("vignettes/", StringComparison.Ordinal))],
            Formulary = formulary,
            Adaptations = entries.Adaptations,
            NamedBy = conclusionEntries.Concat(recommendationEntries).Concat(regimenEntries).Concat(drugEntries).Concat(factEntries)
                .GroupBy(e => e.Peek().Text("id") ?? "").ToFrozenDictionary(g => g.Key, IReadOnlyList<string> (g) => [.. g.SelectMany(e => e.Names).Distinct()]),
            DocumentOrder = [.. documents.Select(d => d.Id)],
            Documents = documents.ToFrozenDictionary(d => d.Id),
            Facts = vocabulary.Facts.ToFrozenDictionary(),
            Conditions = conditions.ToFrozenDictionary(c => c.Id),
            Procedures = procedures.ToFrozenDictionary(p => p.Id),
            Actions = actions.ToFrozenDictionary(a => a.Id),
            OverrideReasons = reasons.ToFrozenDictionary(r => r.Id),
            DrugClasses = classes.ToFrozenDictionary(c => c.Id),
            Approvals = approvals,
            Modules = modules.All,
            Drugs = drugs.ToFrozenDictionary(d => d.Id),
            Regimens = regimens.ToFrozenDictionary(r => r.Id),
            Trials = trials.ToFrozenDictionary(t => t.Id),
            Conclusions = ordered,
            ConclusionsById = ordered.ToFrozenDictionary(c => c.Id),
            Recommendations = [.. recommendations.OrderBy(r => r.Place).ThenBy(r => r.Id, StringComparer.Ordinal)],
        });
    }

    /// <summary>The version that ships; with an overlay its own version, or <c>local</c>, follows as build metadata (<c>0.1.0+hospital.3</c>).</summary>
    private static string ReadVersion(LayeredEntries entries, DefectList defects)
    {
        if (entries.Shipped("knowledge-base.yaml") is not { } entry)
        {
            defects.Add("knowledge-base.yaml", 0, "the file with the version is missing");
            return "";
        }

        string version = entry.RequiredText("version");
        entry.Finish();
        if (!entries.HasOverlay) return version;
        YamlEntry? local = entries.Local("knowledge-base.yaml");
        string suffix = local?.RequiredText("version") ?? "local";
        local?.Finish();
        return $"{version}+{suffix}";
    }

    private static Interpretation ReadInterpretation(YamlEntry entry, Vocabulary vocabulary)
    {
        var reading = new Interpretation(entry.RequiredText("id"), entry.RequiredLocalized("text"), CitationReader.Required(entry, "citations", vocabulary), entry.Texts("rules"));
        entry.Finish();
        return reading;
    }
}
