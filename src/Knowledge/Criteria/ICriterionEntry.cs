namespace Cds.Knowledge.Criteria;

/// <summary>
/// A criterion in YAML as its kind reads it: members by name, and ids only of things that exist. Whatever is wrong is reported with its place, and
/// reading goes on with the value returned.
/// </summary>
internal interface ICriterionEntry
{
    /// <summary>Whether the member is there.</summary>
    bool Has(string key);

    /// <summary>A text; empty, with a defect, when missing.</summary>
    string RequiredText(string key);

    /// <summary>A list of texts; a single one stands for a list of one.</summary>
    IReadOnlyList<string> Texts(string key);

    /// <summary>True or false; false when missing.</summary>
    bool Flag(string key);

    /// <summary>A whole number, or null.</summary>
    int? Integer(string key);

    /// <summary>A whole number of hours, written so or as the name of a limit of <c>computations/</c> in hours; null when missing.</summary>
    int? Hours(string key);

    /// <summary>A number, or null.</summary>
    decimal? Number(string key);

    /// <summary>A number and a unit, or null.</summary>
    (decimal Amount, string Unit)? Dose(string key);

    /// <summary>A number in the unit of the fact; 0, with a defect, when it is none.</summary>
    decimal Threshold(string key, FactDefinition fact);

    /// <summary>A word of a closed set, or null.</summary>
    T? Word<T>(string key)
        where T : struct, Enum;

    /// <summary>A criterion inside this one.</summary>
    Criterion Criterion(string key);

    /// <summary>The criteria that this one joins; none is a defect.</summary>
    IReadOnlyList<Criterion> Criteria(string key);

    /// <summary>The shared criterion that is named.</summary>
    Criterion Shared(string key);

    /// <summary>A mapping inside this one, to be finished by the caller; null, with a defect, when it is none.</summary>
    ICriterionEntry? Inner(string key);

    /// <summary>The fact named; null, with a defect, when there is none.</summary>
    FactDefinition? Fact(string key);

    /// <summary>Condition ids.</summary>
    IReadOnlyList<string> Conditions(string key);

    /// <summary>Procedure ids.</summary>
    IReadOnlyList<string> Procedures(string key);

    /// <summary>Drug ids.</summary>
    IReadOnlyList<string> Drugs(string key);

    /// <summary>The id of a class of drugs.</summary>
    string DrugClass(string key);

    /// <summary>Ids of classes of drugs.</summary>
    IReadOnlyList<string> DrugClasses(string key);

    /// <summary>The id of a drug or of a class, and which it is.</summary>
    (string Id, bool IsClass) DrugOrClass(string key);

    /// <summary>The id of an approval.</summary>
    string Approval(string key);

    /// <summary>Jurisdiction ids.</summary>
    IReadOnlyList<string> Jurisdictions(string key);

    /// <summary>Ids of what can be ordered: drugs, facts, actions.</summary>
    IReadOnlyList<string> Orderables(string key);

    /// <summary>A conclusion id with the values that it can have; null, with a defect, when there is none.</summary>
    (string Id, IReadOnlyList<string> Values)? Conclusion(string key);

    /// <summary>Texts that have to be among the known ones.</summary>
    /// <param name="key">Member.</param>
    /// <param name="known">What may stand there.</param>
    /// <param name="what">The defect before the word that is not known: <c>fact 'x' has no code</c>.</param>
    IReadOnlyList<string> Known(string key, IReadOnlyCollection<string> known, string what);

    /// <summary>Members that nobody can judge, since what they ask about does not exist: no defects of their own.</summary>
    void PassOver(IEnumerable<CriterionMember> members);

    /// <summary>Reports a defect, at the member if one is named.</summary>
    void Defect(string what, string? key = null);

    /// <summary>Reports a defect and goes on with a value.</summary>
    T Report<T>(T value, string what, string? key = null);

    /// <summary>Reports members that nobody read.</summary>
    void Finish();
}
