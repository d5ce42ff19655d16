namespace Cds.Knowledge.Loading.Forms;

/// <summary>A kind of knowledge file.</summary>
/// <param name="Name">Name of its schema.</param>
/// <param name="Title">What it holds, for editors.</param>
/// <param name="Paths">Where it stands below a content folder; <c>*</c> for any name.</param>
/// <param name="Root">What the file is.</param>
internal sealed record ContentFile(string Name, string Title, IReadOnlyList<string> Paths, Shape Root)
{
    /// <summary>Only an overlay has it.</summary>
    public bool IsOfOverlay { get; init; }

    /// <summary>Only a module has it.</summary>
    public bool IsOfModule { get; init; }

    /// <summary>Whether a file is of this kind.</summary>
    public bool Includes(string path)
    {
        string yaml = path.EndsWith(".yml", StringComparison.Ordinal) ? path[..^".yml".Length] + ".yaml" : path;
        return Paths.Any(pattern => pattern.Split('*') is [var start, var end]
            ? yaml.StartsWith(start, StringComparison.Ordinal) && yaml.EndsWith(end, StringComparison.Ordinal) && yaml.Length >= pattern.Length
            : yaml == pattern);
    }
}

/// <summary>Every kind of knowledge file.</summary>
internal static class ContentFiles
{
    public static IReadOnlyList<ContentFile> All { get; } =
    [
        new("documents", "Document, or a list of documents", ["documents/*.yaml", "documents.yaml"], Shape.Either(Shape.Of(DocumentForms.Document), Shape.Of(DocumentForms.DocumentsFile))),
        new("units", "Spellings of units", ["units.yaml"], Shape.Of(UnitForms.File)),
        new("facts", "Facts", ["facts/*.yaml"], Shape.Of(FactForms.File)),
        new("windows", "How long values count", ["windows.yaml"], Shape.Of(FactForms.WindowsFile)),
        new("conditions", "Conditions", ["conditions.yaml"], Shape.Of(ListForms.Conditions)),
        new("procedures", "Procedures", ["procedures.yaml"], Shape.Of(ListForms.Procedures)),
        new("actions", "Actions", ["actions.yaml"], Shape.Of(ListForms.Actions)),
        new("override-reasons", "Override reasons", ["override-reasons.yaml"], Shape.Of(ListForms.OverrideReasons)),
        new("rules", "What several files need, named by id", ["rules/*.yaml"], Shape.Of(RuleForms.File)),
        new("drug-classes", "Classes of drugs", [LayeredEntries.DrugClasses], Shape.Of(DrugForms.ClassesFile)),
        new("drug-forms", "What can be given of drugs", [LayeredEntries.DrugForms], Shape.Of(DrugForms.FormsFile)),
        new("dose-ranges", "Between which amounts doses lie", [LayeredEntries.DoseRanges], Shape.Of(DrugForms.DoseRangesFile)),
        new("drugs", "Drugs", ["drugs/*.yaml"], Shape.Of(DrugForms.File)),
        new("regimen", "Regimen", ["regimens/*.yaml"], Shape.Of(DrugForms.Regimen)),
        new("computed-facts", "Facts that computations read", [LayeredEntries.ComputedFacts], Shape.Of(ListForms.ComputedFacts)),
        new("computations", "Limits that computations use", ["computations/*.yaml"], Shape.Of(ListForms.Limits)),
        new("conclusion", "Conclusion", ["conclusions/*.yaml"], Shape.Of(ConclusionForms.Conclusion)),
        new("trial", "Trial", ["trials/*.yaml"], Shape.Of(DocumentForms.Trial)),
        new("recommendation", "Recommendation", ["recommendations/*.yaml"], Shape.Of(RecommendationForms.Recommendation)),
        new("stated-reasons", "Stated reasons for what the checks of sense miss", ["stated-reasons.yaml"], Shape.Of(ListForms.StatedReasons)),
        new("approvals", "Approvals", ["approvals.yaml"], Shape.Of(ListForms.Approvals)),
        new("jurisdictions", "Jurisdictions", ["jurisdictions.yaml"], Shape.Of(ListForms.Jurisdictions)),
        new("evidence-terms", "Japanese of the terms of trial evidence", ["evidence-terms.yaml"], Shape.Of(DocumentForms.EvidenceTermsFile)),
        new("readings", "How places that leave room are read", ["readings.yaml"], Shape.Of(DocumentForms.ReadingsFile)),
        new("knowledge-base", "Version of the knowledge", ["knowledge-base.yaml"], Shape.Of(ListForms.Version)),
        new("vignettes", "Vignettes", ["vignettes/*.yaml"], Shape.Either(Shape.Of(VignetteForms.File), Shape.ListOf(VignetteForms.Vignette))),
        new("module", "What a module is", ["module.yaml"], Shape.Of(ModuleForms.Module)) { IsOfModule = true },
        new("beside", "What a module says beside recommendations", ["beside.yaml"], Shape.Of(ModuleForms.BesideFile)) { IsOfModule = true },
        new("formulary", "Formulary of an overlay", ["formulary.yaml"], Shape.Of(ListForms.Formulary)) { IsOfOverlay = true },
    ];

    /// <summary>The kind of a file, within a module or not: the first whose paths include it; null for a file that nothing is read from.</summary>
    public static ContentFile? Of(string path) =>
        KnowledgeFile.InLayout(path) is var place && All.FirstOrDefault(file => file.Includes(place)) is { } kind && (!kind.IsOfModule || place != path) ? kind : null;

    /// <summary>The kind of a file of an overlay, which has no modules of its own.</summary>
    public static ContentFile? OfOverlay(string path) => KnowledgeFile.InLayout(path) == path ? Of(path) : null;
}
