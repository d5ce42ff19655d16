using System.Text;
using System.Text.Json;
using Cds.Knowledge;
using Cds.Knowledge.Adaptation;
using Hl7.Fhir.Model;

namespace Cds.FhirMapping.Terminology;

/// <summary>Reads codes of a site and checks that what they stand for exists, and that they do not stand for something else already.</summary>
internal sealed class LocalCodeReader(KnowledgeBase knowledge, CodeMapParts parts)
{
    private readonly List<Entry> _entries = [];

    public List<LocalCodeDefect> Defects { get; } = [];

    /// <summary>How many codes were read.</summary>
    public int Count => _entries.Count;

    public void Read(LocalCodeFile file)
    {
        byte[] json = Encoding.UTF8.GetBytes(file.Json);
        try
        {
            JsonDocument.Parse(json).Dispose();
        }
        catch (JsonException wrong)
        {
            Defects.Add(new LocalCodeDefect(file.Path, (wrong.LineNumber ?? 0) + 1, null, $"no JSON: {Reason(wrong)}"));
            return;
        }

        int before = Defects.Count;
        ResourceReading reading = SingleResource.Read(json);
        switch (reading.Resource)
        {
            case ValueSet valueSet:
                ReadValueSet(valueSet, file.Path);
                break;
            case ConceptMap map:
                ReadConceptMap(map, file.Path);
                break;
            default:
                Defect(file.Path, "$.resourceType", "neither a ValueSet nor a ConceptMap");
                break;
        }

        if (Defects.Count > before) return;
        foreach (ReadingFault fault in reading.Faults.Where(f => f.Kind is FaultKind.Unreadable or FaultKind.Restricts)) Defect(file.Path, "$" + fault.Path, fault.Message.En);
    }

    /// <summary>Finds codes that stand for two different things together with what ships or with other files of the site.</summary>
    /// <param name="codes">The map with all codes in it.</param>
    public void CheckMeanings(CodeMap codes)
    {
        foreach (Entry entry in _entries)
        {
            var coding = new CodeInSystem(CodeSystemUris.Identify(entry.System), entry.System, entry.Code);
            foreach (CodeTarget other in codes.Find(coding, Concepts.Nothing()).Where(other => Excludes(entry.Target, other)))
                Defect(entry.File, entry.Path, $"'{entry.Code}' of {entry.System} stands for '{other.Id}' already and cannot be '{entry.Target.Id}' too");
        }
    }

    /// <summary>Finds facts whose codes would not be asked for: of a code that every server can search for, the fact says under which prefetch key.</summary>
    /// <param name="codes">The map with all codes in it.</param>
    public void CheckPrefetch(CodeMap codes)
    {
        foreach (string id in codes.ObservationCodes.Where(code => code.Test is null).Select(code => code.Subject).Distinct())
        {
            if (!knowledge.Facts.TryGetValue(id, out FactDefinition? fact) || fact.Prefetch is not null) continue;
            LocalAdaptation? changed = knowledge.Adaptations.LastOrDefault(a => a.Kind == "facts" && a.Id == id);
            Defects.Add(new LocalCodeDefect(changed?.File ?? "facts", changed?.Line ?? 0, null, $"fact '{id}' has codes of LOINC, SNOMED CT or NCIT: 'prefetch' has to say under which key they are asked for"));
        }
    }

    private void ReadValueSet(ValueSet valueSet, string file)
    {
        string id = valueSet.IdElement.Text() ?? "";
        int end = id.IndexOf('-', StringComparison.Ordinal);
        if (end <= 0 || Target(id[..end], id[(end + 1)..]) is not { } target)
        {
            Defect(file, "$.id", $"'{id}' names nothing of the knowledge base (it has to read like fact-albumin)");
            return;
        }

        if (ValueSetRules.Has(valueSet)) Defect(file, "$.compose.extension", "rules for further codes are not supported for codes of a site");
        int number = 0;
        int before = _entries.Count;
        foreach (ValueSet.ConceptSetComponent include in valueSet.Compose?.Include ?? [])
        {
            string path = $"$.compose.include[{number++}]";
            if (include.Filter.Count > 0) Defect(file, path + ".filter", "filters are not supported for codes of a site");
            int at = 0;
            foreach (ValueSet.ConceptReferenceComponent concept in include.Concept) Add(include.SystemElement.Text(), concept.CodeElement.Text(), target, file, $"{path}.concept[{at++}]");
        }

        if (_entries.Count == before && Defects.TrueForAll(d => d.File != file)) Defect(file, "$.compose", "names no code");
    }

    private void ReadConceptMap(ConceptMap map, string file)
    {
        int groupNumber = 0;
        foreach (ConceptMap.GroupComponent group in map.Group)
        {
            string groupPath = $"$.group[{groupNumber++}]";
            string uri = group.TargetElement.Text() ?? "";
            if (CodeSystemUris.Identify(uri) != CodeSystemId.Project)
            {
                Defect(file, groupPath + ".target", $"'{uri}' is none of the project's own systems ({CodeSystemUris.Project}...)");
                continue;
            }

            string kind = CodeSystemUris.Normalise(uri) is var name ? name[(name.LastIndexOf('/') + 1)..] : "";
            int elementNumber = 0;
            foreach (ConceptMap.SourceElementComponent element in group.Element)
            {
                string elementPath = $"{groupPath}.element[{elementNumber++}]";
                int targetNumber = 0;
                foreach (ConceptMap.TargetElementComponent mapped in element.Target)
                {
                    string targetPath = $"{elementPath}.target[{targetNumber++}]";
                    if (mapped.EquivalenceElement.Text() is "unmatched" or "disjoint") continue;
                    string code = mapped.CodeElement.Text() ?? "";
                    if (Target(kind, code) is { } target) Add(group.SourceElement.Text(), element.CodeElement.Text(), target, file, elementPath);
                    else Defect(file, targetPath + ".code", $"'{code}' is no {kind} of the knowledge base");
                }
            }
        }

        if (groupNumber == 0) Defect(file, "$.group", "names no code");
    }

    private void Add(string? system, string? code, CodeTarget target, string file, string path)
    {
        if (system is null || code is null)
        {
            Defect(file, path, "a code without its system, or a system without a code");
            return;
        }

        parts.AddLocal(system, code, target);
        _entries.Add(new Entry(file, path, system, code, target));
    }

    private CodeTarget? Target(string kind, string id)
    {
        if (!Enum.TryParse(kind, ignoreCase: true, out TargetKind known) || !Enum.IsDefined(known)) return null;
        var target = new CodeTarget(known, id);
        bool exists = known switch
        {
            TargetKind.Fact => knowledge.Facts.ContainsKey(id),
            TargetKind.Condition => knowledge.Conditions.ContainsKey(id),
            TargetKind.Procedure => knowledge.Procedures.ContainsKey(id),
            TargetKind.Drug or TargetKind.Allergy => knowledge.Drugs.ContainsKey(id),
            TargetKind.Action => knowledge.Actions.ContainsKey(id),
            TargetKind.Value => IsValue(id),
            // What has no list in the knowledge base is known by the value sets that ship.
            _ => parts.Knows(target),
        };
        return exists ? target : null;
    }

    private bool IsValue(string id)
    {
        int dot = id.IndexOf('.', StringComparison.Ordinal);
        if (dot <= 0 || !knowledge.Facts.TryGetValue(id[..dot], out FactDefinition? fact)) return false;
        string said = id[(dot + 1)..];
        return fact.Kind == FactKind.Code ? fact.Codes.Contains(said) : Measurement.ReadText(said) is not null;
    }

    /// <summary>
    /// Whether one code cannot mean both: two findings can be one lesion and two facts may each have a value for it, but no code is two measurements or
    /// two drugs.
    /// </summary>
    private bool Excludes(CodeTarget one, CodeTarget other)
    {
        if (one == other || one.Kind != other.Kind) return false;
        return one.Kind switch
        {
            TargetKind.Fact => !IsFinding(one.Id) || !IsFinding(other.Id),
            TargetKind.Value => one.Id.Split('.')[0] == other.Id.Split('.')[0],
            TargetKind.Drug or TargetKind.Answer or TargetKind.Test => true,
            _ => false,
        };
    }

    private bool IsFinding(string id) => knowledge.Facts.TryGetValue(id, out FactDefinition? fact) && fact.Kind is FactKind.Presence or FactKind.Count;

    private void Defect(string file, string path, string what) => Defects.Add(new LocalCodeDefect(file, 0, path, what));

    /// <summary>The message without the place, which the defect names in its own way.</summary>
    private static string Reason(JsonException wrong)
    {
        int place = wrong.Message.IndexOf(" LineNumber:", StringComparison.Ordinal);
        return place < 0 ? wrong.Message : wrong.Message[..place];
    }

    private sealed record Entry(string File, string Path, string System, string Code, CodeTarget Target);
}
