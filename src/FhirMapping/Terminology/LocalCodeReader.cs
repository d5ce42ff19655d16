using System.Text.Json;
using Cds.FhirMapping.Json;
using Cds.Knowledge;

namespace Cds.FhirMapping.Terminology;

/// <summary>Reads codes of a site and checks that what they stand for exists.</summary>
internal sealed class LocalCodeReader(KnowledgeBase knowledge, CodeMapParts parts)
{
    public List<string> Defects { get; } = [];

    public void Read(LocalCodeFile file)
    {
        JsonDocument document;
        try
        {
            document = JsonDocument.Parse(file.Json);
        }
        catch (JsonException wrong)
        {
            Defects.Add($"{file.Path}: no JSON ({wrong.Message})");
            return;
        }

        using (document)
        {
            var resource = new FhirElement(document.RootElement);
            switch (resource["resourceType"].Text)
            {
                case "ValueSet":
                    ReadValueSet(resource, file.Path);
                    break;
                case "ConceptMap":
                    ReadConceptMap(resource, file.Path);
                    break;
                default:
                    Defects.Add($"{file.Path}: neither a ValueSet nor a ConceptMap");
                    break;
            }
        }
    }

    private void ReadValueSet(FhirElement valueSet, string path)
    {
        string id = valueSet["id"].Text ?? "";
        int end = id.IndexOf('-', StringComparison.Ordinal);
        if (end <= 0 || Target(id[..end], id[(end + 1)..]) is not { } target)
        {
            Defects.Add($"{path}: the id '{id}' names nothing of the knowledge base (it has to read like fact-albumin)");
            return;
        }

        foreach (FhirElement include in valueSet["compose"]["include"].Items)
        {
            if (include["filter"].Exists) Defects.Add($"{path}: filters are not supported for codes of a site");
            foreach (FhirElement concept in include["concept"].Items) Add(include["system"].Text, concept["code"].Text, target, path);
        }
    }

    private void ReadConceptMap(FhirElement map, string path)
    {
        foreach (FhirElement group in map["group"].Items)
        {
            string uri = group["target"].Text ?? "";
            if (CodeSystemUris.Identify(uri) != CodeSystemId.Project)
            {
                Defects.Add($"{path}: the target '{uri}' is none of the project's own systems");
                continue;
            }

            string kind = CodeSystemUris.Normalise(uri) is var name ? name[(name.LastIndexOf('/') + 1)..] : "";
            foreach (FhirElement element in group["element"].Items)
            {
                foreach (FhirElement mapped in element["target"].Items)
                {
                    if (mapped["equivalence"].Text is "unmatched" or "disjoint") continue;
                    string code = mapped["code"].Text ?? "";
                    if (Target(kind, code) is { } target) Add(group["source"].Text, element["code"].Text, target, path);
                    else Defects.Add($"{path}: '{code}' is no {kind} of the knowledge base");
                }
            }
        }
    }

    private void Add(string? system, string? code, CodeTarget target, string path)
    {
        if (system is null || code is null) Defects.Add($"{path}: a code without its system, or a system without a code");
        else parts.AddLocal(system, code, target);
    }

    private CodeTarget? Target(string kind, string id)
    {
        if (!Enum.TryParse(kind, ignoreCase: true, out TargetKind known) || !Enum.IsDefined(known)) return null;
        bool exists = known switch
        {
            TargetKind.Fact => knowledge.Facts.ContainsKey(id),
            TargetKind.Condition => knowledge.Conditions.ContainsKey(id),
            TargetKind.Procedure => knowledge.Procedures.ContainsKey(id),
            TargetKind.Drug or TargetKind.Allergy => knowledge.Drugs.ContainsKey(id),
            TargetKind.Answer => id is "positive" or "negative" or "indeterminate",
            TargetKind.Action => knowledge.Actions.ContainsKey(id),
            TargetKind.Value => id.IndexOf('.', StringComparison.Ordinal) is > 0 and var dot && knowledge.Facts.ContainsKey(id[..dot]),
            _ => false,
        };
        return exists ? new CodeTarget(known, id) : null;
    }
}
