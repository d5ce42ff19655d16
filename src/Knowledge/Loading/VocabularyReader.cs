using Cds.Knowledge.Recommendations;

namespace Cds.Knowledge.Loading;

/// <summary>Reads the entries of the vocabularies that rules name, with the parts that they play.</summary>
internal static class VocabularyReader
{
    public static ConditionDefinition Condition(YamlEntry entry)
    {
        var condition = new ConditionDefinition(entry.RequiredText("id"), entry.RequiredLocalized("title"), entry.Flag("plasma-cell-disorder"))
        {
            IsAsymptomatic = entry.Has("asymptomatic") ? entry.Flag("asymptomatic") : null,
            NarrowerThan = entry.Texts("narrower-than"),
            YieldsToPlasmaCellDisorder = entry.Flag("yields-to-plasma-cell-disorder"),
            IsOfRegimens = entry.Flag("of-regimens"),
        };
        if (condition is { IsAsymptomatic: not null, IsPlasmaCellDisorder: false }) entry.Defect("only a plasma-cell disorder is 'asymptomatic' or not", "asymptomatic");
        entry.Finish();
        return condition;
    }

    public static ProcedureDefinition Procedure(YamlEntry entry)
    {
        var procedure = new ProcedureDefinition(entry.RequiredText("id"), entry.RequiredLocalized("title"))
        {
            Event = Event(entry, SinceEvent.CarTInfusion, SinceEvent.AutologousTransplant),
            PrecededBy = Purpose(entry, "preceded-by", entry.Text("preceded-by")),
            IsCourse = entry.Flag("course"),
            Shows = entry.Text("shows"),
        };
        entry.Finish();
        return procedure;
    }

    public static ActionDefinition Action(YamlEntry entry)
    {
        var action = new ActionDefinition(entry.RequiredText("id"), entry.RequiredLocalized("title"), FactReader.Order(entry)) { Includes = entry.Texts("includes") };
        entry.Finish();
        return action;
    }

    public static OverrideReason OverrideReason(YamlEntry entry)
    {
        var reason = new OverrideReason(entry.RequiredText("id"), entry.RequiredLocalized("title"), entry.Flag("lasting")) 
        {
            IsOfOneOption = entry.Flag("of-one-option"),
            IsUntilChanged = entry.Flag("until-changed"),
            Standard = entry.Text("standard-code"),
            PlaceForMissingData = entry.Integer("of-missing-data"),
        };
        entry.Finish();
        return reason;
    }

    public static DrugClass Class(YamlEntry entry)
    {
        var drugClass = new DrugClass(entry.RequiredText("id"), entry.RequiredLocalized("title"))
        {
            CountsForLines = !entry.Has("counts-for-lines") || entry.Flag("counts-for-lines"),
            RefractoryAsClass = entry.Localized("refractory-as-class"),
            IsMyelomaCare = entry.Flag("myeloma-care"),
        };
        entry.Finish();
        return drugClass;
    }

    /// <summary>The event that an entry is, one of those that such an entry can be.</summary>
    public static SinceEvent? Event(YamlEntry entry, params SinceEvent[] possible)
    {
        if (entry.Word<SinceEvent>("event") is not { } found) return null;
        if (!possible.Contains(found)) entry.Defect($"'event' has to be one of {string.Join(", ", possible.Select(e => Values.KebabCase.Of(e.ToString())))} here, not '{entry.Text("event")}'", "event");
        return found;
    }

    /// <summary>What a dose is given for other than treatment, which no entry names.</summary>
    public static DosePurpose? Purpose(YamlEntry entry, string key, string? word)
    {
        DosePurpose[] possible = [.. Enum.GetValues<DosePurpose>().Where(p => p != DosePurpose.Treatment)];
        if (word is null) return null;
        foreach (DosePurpose purpose in possible.Where(p => Values.KebabCase.Of(p.ToString()) == word)) return purpose;
        return entry.Report<DosePurpose?>(null, $"'{key}' has to be one of {string.Join(", ", possible.Select(p => Values.KebabCase.Of(p.ToString())))}, not '{word}'", key);
    }
}
