namespace Cds.Knowledge.Wording;

/// <summary>Names of what criteria read, with their units and limits, and lists of names.</summary>
public sealed class WordList(KnowledgeBase knowledge)
{
    /// <summary>A number as it is printed.</summary>
    public static string Number(decimal number) => ValueRange.Exactly(number).ToString();

    /// <summary>Names joined by "or".</summary>
    public static LocalizedText Or(IReadOnlyList<LocalizedText> names) => names.Count <= 1
        ? names.Count == 0 ? new LocalizedText("", "") : names[0]
        : new LocalizedText($"{string.Join(", ", names.SkipLast(1).Select(n => n.En))} or {names[^1].En}", $"{string.Join("、", names.SkipLast(1).Select(n => n.Ja))}または{names[^1].Ja}");

    /// <summary>A route of administration.</summary>
    public static LocalizedText Route(Route route) => route switch
    {
        Patients.Route.Oral => new("by mouth", "経口"),
        Patients.Route.Intravenous => new("intravenous", "静注"),
        Patients.Route.Subcutaneous => new("subcutaneous", "皮下注"),
        _ => throw new ArgumentOutOfRangeException(nameof(route), route, "Add the new route to WordList."),
    };

    /// <summary>A fact and which of its values is meant. A word may name a fact and an action (calcium); here the fact is meant.</summary>
    public LocalizedText Fact(string id, FactTime at)
    {
        LocalizedText name = knowledge.Facts.TryGetValue(id, out FactDefinition? fact) ? fact.Title : Title(id);
        return at switch
        {
            FactTime.Current => name,
            FactTime.Baseline => name.Joined(" ", "", new LocalizedText("(before treatment)", "（治療前）")),
            FactTime.Ever => name.Joined(" ", "", new LocalizedText("(at any time)", "（時期を問わず）")),
            _ => throw new ArgumentOutOfRangeException(nameof(at), at, "Add the new time to WordList."),
        };
    }

    /// <summary>A number in the unit of the fact.</summary>
    public LocalizedText Amount(string fact, decimal number) => Amount(number, knowledge.Facts[fact].Unit);

    /// <summary>The name of a code of a fact.</summary>
    public LocalizedText CodeOf(string fact, string code) => knowledge.Facts[fact].CodeTitles.GetValueOrDefault(code) ?? new LocalizedText(code, code);

    /// <summary>A reference limit of the fact, with the fact's own where it has one.</summary>
    public LocalizedText Limit(string fact, bool upper)
    {
        LocalizedText limit = upper ? new("the upper reference limit", "基準値上限") : new("the lower reference limit", "基準値下限");
        FactDefinition definition = knowledge.Facts[fact];
        return (upper ? definition.UpperLimit : definition.LowerLimit) is { } standard ? limit.Joined(" ", "", Default(definition, standard)) : limit;
    }

    /// <summary>The name of anything that has an id.</summary>
    public LocalizedText Title(string id) => knowledge.NameOf(id);

    /// <summary>What an approval is of, and for what.</summary>
    public LocalizedText Approval(string id) => (knowledge.Approvals.ById[id].IsReimbursement
            ? new LocalizedText("{what} is reimbursed for {purpose}", "{what}が{purpose}に保険適用")
            : new LocalizedText("{what} is approved for {purpose}", "{what}が{purpose}に承認済み"))
        .With("what", knowledge.Approvals.ById[id].Title).With("purpose", knowledge.Approvals.ById[id].Indication);

    /// <summary>Whom the service answers for.</summary>
    public LocalizedText Jurisdictions(IReadOnlyList<string> ids) =>
        new LocalizedText("the service answers for {places}", "本サービスの対象地域が{places}").With("places", Or([.. ids.Select(id => knowledge.Approvals.Jurisdictions[id])]));

    /// <summary>What a site has set.</summary>
    public LocalizedText Setting(string setting) => SettingWords.Of(setting, id => knowledge.Documents.GetValueOrDefault(id)?.ShortName);

    /// <summary>Names joined by "or".</summary>
    public LocalizedText Titles(IReadOnlyList<string> ids) => Or([.. ids.Select(Title)]);

    /// <summary>Values of a conclusion by their names; members of drug lists by the names of the drugs.</summary>
    public LocalizedText Values(string conclusion, IReadOnlyList<string> codes)
    {
        IReadOnlyDictionary<string, LocalizedText> titles = knowledge.ValueTitlesOf(conclusion);
        return Or([.. codes.Select(code => titles.TryGetValue(code, out LocalizedText? title) ? title : knowledge.TitleOf(code) ?? ValueWords.Of(code))]);
    }

    private static LocalizedText Amount(decimal number, string? unit) =>
        new(Number(number) + UnitText.After(unit, Language.English), Number(number) + UnitText.After(unit, Language.Japanese));

    private static LocalizedText Default(FactDefinition fact, DefaultLimit limit) => limit.Male == limit.Female
        ? new LocalizedText("(of the result, else {limit})", "（検査結果の基準値、なければ{limit}）").With("limit", Amount(limit.Male, fact.Unit))
        : new LocalizedText("(of the result, else men {men}, women {women})", "（検査結果の基準値、なければ男性{men}・女性{women}）")
            .With("men", Number(limit.Male)).With("women", Amount(limit.Female, fact.Unit));
}

/// <summary>Joins texts in both languages.</summary>
internal static class JoinedTexts
{
    public static LocalizedText Joined(this LocalizedText first, string en, string ja, LocalizedText second) => new(first.En + en + second.En, first.Ja + ja + second.Ja);
}
