namespace Cds.Knowledge.Loading.Forms;

/// <summary>Drugs, their classes, what can be given of them, and regimens.</summary>
internal static class DrugForms
{
    private static EntryForm Drug { get; } = EntryForm.Layered("drug", "A drug that rules know.", () =>
    [
        EntryMember.Id("Lower-case INN."),
        new("title", Shape.Localized, "Its name."),
        new("class", Shape.Text, "Class of `drugs/classes.yaml`."),
        new("anti-myeloma", Shape.Flag, "A treatment of the myeloma."),
        new("interval-days", Shape.WholeNumber, "Longest planned gap between two doses: one recorded administration runs so long."),
        new("names", Shape.Texts, "Brand and other names."),
        new("rules", Shape.ListOfOrShared(RuleForms.StandingRule), "Judge every option and every order that holds the drug."),
        new("to-confirm", Shape.ListOfOrShared(RuleForms.Sentence), "What suggestions that hold it ask to confirm."),
        new("bands", Shape.ListOf(RuleForms.DoseBand), "Its dose table: one line for each group of patients."),
        new("open-dose", Shape.Localized, "What an order says beside its usual dose while a line of `bands` is undecided for the patient."),
        new("not-covered", Shape.Localized, "What no rule judges of the drug; a card says so when it is ordered or runs."),
        new("one-piece-a-dose", Shape.Flag, "One dose is one piece of a product: a record that names the product and no dose has its strength as its dose."),
        new("narrower-than", Shape.Texts, "Drug whose codes it shares: where this one is named, that one is not meant."),
        new("event", Shape.Among(SinceEvent.CarTInfusion, SinceEvent.Lymphodepletion), "The event that giving it is, for `since` and days counted from it."),
        new("given-for", new ListShape(Shape.Word(DosePurpose.Treatment), OneWillDo: true), "Given for that, and no treatment, when the procedures around it say so."),
        new("maintenance-alone", Shape.Flag, "A maintenance treatment when given alone."),
        new("maintenance-with", Shape.Texts, "Drugs with which it is a maintenance treatment of two."),
        new("high-dose", Shape.Flag, "So much of it in 28 days is treatment of its own."),
    ]);

    public static EntryForm File { get; } = EntryForm.Named("drugs-file", "Drugs of a class.", () => [EntryMember.Required("drugs", Shape.ListOf(Drug), "The drugs.")]);

    private static EntryForm DrugClass { get; } = EntryForm.Layered("drug-class", "A class of drugs.", () =>
    [
        EntryMember.Id(),
        new("title", Shape.Localized, "Its name."),
        new("counts-for-lines", Shape.Flag, "`false`: takes no part in lines, exposure and refractoriness."),
        new("refractory-as-class", Shape.Localized, "Refractoriness to one drug speaks against all; the text names a drug of it in a sentence."),
        new("myeloma-care", Shape.Flag, "Ordering it is care of the myeloma: what is missing is told."),
    ]);

    public static EntryForm ClassesFile { get; } = EntryForm.Named("classes-file", "Classes of drugs.", () => [EntryMember.Required("classes", Shape.ListOf(DrugClass), "The classes.")]);

    private static EntryForm DrugForm { get; } = EntryForm.Layered("drug-form", "What can be given of a drug by one route; doses of drafts are rounded to it.", () =>
    [
        EntryMember.Id("Drug and route."),
        new("drug", Shape.Text, "Drug."),
        new("route", Shape.Word<Route>(), "How it is given."),
        new("unit", Shape.Text, "UCUM unit of strengths and step: `mg`, `ug`."),
        new("pieces", new ListShape(Shape.Number, OneWillDo: true), "Strengths of capsules, tablets or syringes; they are never cut."),
        new("step", Shape.Number, "Of a solution any multiple of it is drawn."),
        new("largest-body-surface", Shape.Number, "Body surface area in m2 above which the dose grows no further."),
        new("sources", Shape.Citations, "Where they come from; needed for strengths and limits."),
    ]);

    public static EntryForm FormsFile { get; } = EntryForm.Named("forms-file", "What can be given of drugs.", () => [EntryMember.Required("forms", Shape.ListOf(DrugForm), "By drug and route.")]);

    private static EntryForm DoseRange { get; } = EntryForm.Layered("dose-range", "Between which amounts one dose lies; a dose of the content outside is a defect.", () =>
    [
        EntryMember.Id("Drug, route, and `amount`, `by-surface` or `by-weight`."),
        new("drug", Shape.Text, "Drug."),
        new("route", Shape.Word<Route>(), "Left out: any route."),
        new("unit", Shape.Text, "UCUM unit of one dose: `mg`, `mg/m2`, `mg/kg`."),
        new("plausible", new ListShape(Shape.Number, OneWillDo: true), "Smallest and largest amount, both included: half the smallest to twice the largest dose of the sources."),
    ]);

    public static EntryForm DoseRangesFile { get; } = EntryForm.Named("dose-ranges-file", "Between which amounts doses lie.", () => [EntryMember.Required("dose-ranges", Shape.ListOf(DoseRange), "By drug, route and unit.")]);

    private static EntryForm RegimenDrug { get; } = EntryForm.Named("regimen-drug", "A drug of a regimen in some cycles.", () =>
    [
        EntryMember.Required("drug", Shape.Text, "Drug."),
        new("dose", Shape.Text, "Number and UCUM unit: `1.3 mg/m2`; left out where no source gives one."),
        new("max-dose", Shape.Text, "Highest dose where it is reckoned by body size."),
        EntryMember.Required("route", Shape.Word<Route>(), "How it is given."),
        new("days", Shape.NumbersOrTexts, "Days of the cycle; `1-21` stands for every day."),
        new("from-cycle", Shape.WholeNumber, "First cycle; 1 when left out."),
        new("to-cycle", Shape.WholeNumber, "Last cycle."),
        new("remark", Shape.Localized, "What the source adds."),
        new("source", Shape.Citation, "Where the dose comes from; needed with `dose`."),
        new("bands", Shape.ListOf(RuleForms.DoseBand), "A dose table that holds in this regimen only."),
    ]);

    public static EntryForm Regimen { get; } = EntryForm.Layered("regimen", "Drugs given together, with dose and schedule.", () =>
    [
        EntryMember.Id("Stable id and file name, kebab case."),
        new("title", Shape.Localized, "Its name, with the drugs."),
        new("citations", Shape.Citations, "Where it comes from."),
        new("for-conditions", Shape.Texts, "What it is for; left out: the condition that is `of-regimens`."),
        new("maintenance", Shape.Flag, "A maintenance treatment."),
        new("cycle-days", Shape.WholeNumber, "Length of a cycle; it names the cycles of a line."),
        new("cycles", Shape.WholeNumber, "How many cycles."),
        new("duration", Shape.Localized, "How long, in words."),
        new("remarks", Shape.ListOfOrShared(TextForms.BothLanguages), "What else the source says."),
        new("drugs", Shape.ListOf(RegimenDrug), "Its drugs, one entry for each schedule."),
        new("evidence", RecommendationForms.Evidence, "Trials, or reports of trials."),
    ]);
}
