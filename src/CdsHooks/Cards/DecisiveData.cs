using Cds.Knowledge.Facts;

namespace Cds.CdsHooks.Cards;

/// <summary>
/// The data that a card lists. Nearly every rule asks for the diagnosis first; what only proved the diagnosis is one line of its own
/// there, and all of it stays in the assessment that the card carries.
/// </summary>
internal sealed class DecisiveData(KnowledgeBase knowledge)
{
    /// <summary>The basis of the recommendation without what only the diagnosis rests on.</summary>
    public IReadOnlyList<Basis> Of(Recommendation recommendation, Assessment assessment)
    {
        if (knowledge.Roles.Diagnosis is not { } id || assessment.Conclusion(id) is not { Value: not null } diagnosis) return recommendation.Basis;
        var asked = new HashSet<string>();
        var kept = new List<Basis>();
        bool asksForDiagnosis = Collect(recommendation.Definition.Criteria(), assessment, asked, kept, []);
        if (!asksForDiagnosis) return recommendation.Basis;
        Basis[] decisive = [.. recommendation.Basis.Where(entry => asked.Contains(entry.Fact) || kept.Exists(entry.IsSameDatumAs) || !diagnosis.Basis.Any(entry.IsSameDatumAs))];
        return decisive.Length == recommendation.Basis.Count ? decisive : [Line(diagnosis), .. decisive];
    }

    /// <summary>Whether the datum is one that says to whom the recommendation applies, directly or through a conclusion; the others only rank options.</summary>
    public Func<Basis, bool> Applying(Recommendation recommendation, Assessment assessment)
    {
        var asked = new HashSet<string>();
        var kept = new List<Basis>();
        Collect([recommendation.Definition.Applies], assessment, asked, kept, []);
        return entry => asked.Contains(entry.Fact) || kept.Exists(entry.IsSameDatumAs);
    }

    /// <summary>What speaks against an eligibility that the recommendation asks for.</summary>
    public IEnumerable<Basis> Against(Recommendation recommendation, Assessment assessment)
    {
        HashSet<string> asked = [.. recommendation.Definition.Applies.Dependencies().Where(dependency => dependency.Kind == DependencyKind.Conclusion).Select(dependency => dependency.Id)];
        return knowledge.Conclusions.Where(definition => asked.Contains(definition.Id)).Select(definition => assessment.Conclusion(definition.Id)).OfType<Conclusion>().SelectMany(conclusion => conclusion.Reasons).SelectMany(reason => reason.Basis);
    }

    private static Basis Line(Conclusion diagnosis) => new()
    {
        Fact = diagnosis.Id,
        Title = diagnosis.Title,
        Value = diagnosis.Value is CodeAnswer code ? new CodeValue(code.Code) : null,
        ValueTitle = diagnosis.ValueTitle,
    };

    /// <summary>Everything that the criteria ask for directly or through conclusions other than the diagnosis; answers whether they ask for the diagnosis.</summary>
    private bool Collect(IEnumerable<Criterion> criteria, Assessment assessment, HashSet<string> asked, List<Basis> kept, HashSet<string> seen)
    {
        bool asksForDiagnosis = false;
        foreach (Dependency dependency in criteria.SelectMany(criterion => criterion.Dependencies()))
        {
            if (dependency.Kind != DependencyKind.Conclusion) asked.Add(dependency.Id);
            else if (dependency.Id == knowledge.Roles.Diagnosis) asksForDiagnosis = true;
            else if (!seen.Add(dependency.Id)) continue;
            else if (assessment.Conclusion(dependency.Id) is { } known) kept.AddRange(known.Basis);
            else if (knowledge.Conclusions.FirstOrDefault(conclusion => conclusion.Id == dependency.Id) is { IsInternal: true } definition)
                asksForDiagnosis |= Collect(definition.Criteria(), assessment, asked, kept, seen);
        }

        return asksForDiagnosis;
    }
}
