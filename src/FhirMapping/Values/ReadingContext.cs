using System.Diagnostics.CodeAnalysis;
using Cds.Knowledge;
using Hl7.Fhir.Model;

using Sex = Cds.Knowledge.Patients.Sex;

namespace Cds.FhirMapping.Values;

/// <summary>What the readers of one request share: where to look things up, and where to put what they find.</summary>
internal sealed class ReadingContext(KnowledgeBase knowledge, CodeMap codes, RecordRecognisers recognisers, ResourceDates dates, ReferenceResolver resolver, SubjectCheck subjects)
{
    public KnowledgeBase Knowledge { get; } = knowledge;

    public CodeMap Codes { get; } = codes;

    public RecordRecognisers Recognisers { get; } = recognisers;

    public DrugNames DrugNames => Recognisers.DrugNames;

    public ResourceDates Dates { get; } = dates;

    public ReferenceResolver Resolver { get; } = resolver;

    public SubjectCheck Subjects { get; } = subjects;

    public required FactNames FactNames { get; init; }

    public ReadingNotes Notes { get; init; } = new();

    public Sex Sex { get; init; }

    /// <summary>Date of birth; null when not recorded or not readable.</summary>
    public ClinicalDate? BirthDate { get; init; }

    /// <summary>Answers in words, each read once.</summary>
    public AnswersInWords Answers { get; } = new();

    /// <summary>Numbers and units, each looked into once.</summary>
    public NumbersInRequest Numbers { get; } = new(knowledge.UnitSpellings, codes);

    public List<ObservedFact> Observations { get; } = [];

    public List<UnreadValue> UnreadValues { get; } = [];

    public ReportedTogether Reports { get; } = new(resolver);

    public List<RecordedCondition> Conditions { get; } = [];

    public List<DrugRecord> DrugRecords { get; } = [];

    public List<RecordedProcedure> Procedures { get; } = [];

    public List<RecordedAllergy> Allergies { get; } = [];

    public List<UnidentifiedRecord> Unidentified { get; } = [];

    public List<OrderedService> OrderedServices { get; } = [];

    public CodeSystemsInUse CodeSystems { get; private set; }

    /// <summary>Whether there are records, and all of them name another patient: a merged or a wrong id.</summary>
    public bool IsAllOfOthers => HoldsOthers && !HoldsOwn;

    private bool HoldsOwn { get; set; }

    private bool HoldsOthers { get; set; }

    /// <summary>Remembers the code systems that a concept uses; gives the concept back.</summary>
    [return: NotNullIfNotNull(nameof(concept))]
    public CodeableConcept? See(CodeableConcept? concept)
    {
        IReadOnlyList<Coding> codings = concept?.ListOf<Coding>("coding") ?? [];
        for (int i = 0; i < codings.Count; i++)
        {
            if (CodeInSystem.Of(codings[i]) is { } code) CodeSystems |= CodeSystemUris.FlagOf(code.System);
        }

        return concept;
    }

    /// <summary>Whether a resource is about the patient; otherwise a note says that it was ignored.</summary>
    public bool IsAboutPatient(ResourceEntry entry, ResourceReference? subject)
    {
        bool isPatient = Subjects.IsPatient(subject, entry.Resource);
        if (isPatient) HoldsOwn = true;
        else HoldsOthers = true;
        if (!isPatient) Notes.OtherPatient(entry.Reference);
        return isPatient;
    }

    /// <summary>Facts of the knowledge base that a concept names.</summary>
    public IReadOnlyList<FactDefinition> FactsOf(CodeableConcept? concept) =>
        [.. Codes.Find(concept, TargetKind.Fact).Where(Knowledge.Facts.ContainsKey).Select(id => Knowledge.Facts[id])];

    /// <summary>Reads a date; a note says when an element is there and no date.</summary>
    public ClinicalDate? Date(DataType? element, string resource, LocalizedText name, string elementName)
    {
        if (element is null) return null;
        ClinicalDate? date = Dates.Try(element);
        if (date is null) Notes.UnreadableDate(resource, name, elementName);
        return date;
    }

    /// <summary>Points out an item with a value whose text reads like a fact while its code is unknown.</summary>
    public void NoteUnmapped(CodeableConcept code, string resource)
    {
        foreach (string text in code.Texts())
        {
            if (FactNames.ReadsLike(text) is not { } name) continue;
            Notes.UnmappedName(resource, text, name);
            return;
        }
    }

    public void Observe(FactDefinition fact, FactValue value, ClinicalDate date, string resource, ReferenceLimits? limits = null, string? original = null) =>
        Observations.Add(new ObservedFact(fact.Id, value, date, resource) { Limits = limits, Original = original, AsPrinted = AsPrinted(fact, value) });

    /// <summary>A ratio is worked out by the laboratory and rounded: it is no finer than its digits, which both JSON and text keep.</summary>
    private static ValueRange? AsPrinted(FactDefinition fact, FactValue value) =>
        fact.AsPrinted && value is QuantityValue { Range.Exact: { } printed } ? PrintedNumber.Of(printed) : null;
}
