namespace Cds.FhirMapping.Reading;

/// <summary>The notes that reading can leave. Each says which resource, what was left out, and why.</summary>
internal sealed class ReadingNotes
{
    /// <summary>Faults of one resource that are named one by one.</summary>
    private const int MostFaults = 5;

    /// <summary>Texts are quoted up to here.</summary>
    private const int LongestText = 120;

    private readonly List<Note> _notes = [];
    private readonly HashSet<(string?, string)> _seen = [];

    /// <summary>The notes, in the order of the resources' names so that the order of the bundle makes no difference.</summary>
    public IReadOnlyList<Note> Sorted =>
        [.. _notes.OrderByDescending(n => n.Severity).ThenBy(n => n.Resource, StringComparer.Ordinal).ThenBy(n => n.Text.En, StringComparer.Ordinal)];

    public void OtherPatient(string resource) => Add(NoteSeverity.Error, resource,
        "belongs to another patient; ignored", "別の患者のデータのため無視した");

    public void OtherPatientResource(string resource) => Add(NoteSeverity.Error, resource,
        "is another patient than the one asked about; ignored", "照会対象とは別の患者のため無視した");

    public void FocusOnOther(string resource) => Add(NoteSeverity.Warning, resource,
        "is about someone or something other than the patient (focus); ignored", "患者本人以外に関する記録（focus）のため無視した");

    public void Status(string resource, LocalizedText name, string status) => Add(NoteSeverity.Information, resource,
        $"{name.En}: status {status}; ignored", $"{name.Ja}：状態が{status}のため無視した");

    public void NoCode(string resource) => Add(NoteSeverity.Warning, resource,
        "says nothing that can be read of what it is about: neither a code nor a text; ignored", "何の記録かを示すコードも名称も読み取れないため無視した");

    public void UnknownStatus(string resource, LocalizedText name, string? status) => Add(NoteSeverity.Warning, resource,
        $"{name.En}: the status '{status ?? ""}' is not known, so that the resource is not used", $"{name.Ja}：状態「{status ?? ""}」を解釈できないため、このリソースは使用しない");

    public void DataAbsent(string resource, LocalizedText name) => Add(NoteSeverity.Information, resource,
        $"{name.En}: reported without a value (dataAbsentReason); ignored", $"{name.Ja}：値なし（dataAbsentReason）と報告されたため無視した");

    public void NoValue(string resource, LocalizedText name) => Add(NoteSeverity.Warning, resource,
        $"{name.En}: no usable value; ignored", $"{name.Ja}：利用できる値がないため無視した");

    public void Unreadable(string resource, LocalizedText name, string element) => Add(NoteSeverity.Warning, resource,
        $"{name.En}: {element} cannot be read; ignored", $"{name.Ja}：{element}を読み取れないため無視した");

    public void NoDate(string resource, LocalizedText name) => Add(NoteSeverity.Warning, resource,
        $"{name.En}: no readable date; ignored", $"{name.Ja}：読み取れる日付がないため無視した");

    public void UnreadableDate(string resource, LocalizedText name, string element) => Add(NoteSeverity.Warning, resource,
        $"{name.En}: {element} is no readable date; taken as not recorded", $"{name.Ja}：{element}は日付として読み取れないため、記録なしとして扱った");

    public void UnreadableDate(string resource, string? text) => Add(NoteSeverity.Warning, resource,
        $"'{text}' is no readable date; taken as not recorded", $"「{text}」は日付として読み取れないため、記録なしとして扱った");

    public void NoUnit(string resource, LocalizedText name) => Add(NoteSeverity.Warning, resource,
        $"{name.En}: unit missing; value ignored", $"{name.Ja}：単位がないため値を無視した");

    public void Unit(string resource, LocalizedText name, string unit, string canonical) => Add(NoteSeverity.Warning, resource,
        $"{name.En}: unit '{unit}' cannot be converted to {canonical}; value ignored", $"{name.Ja}：単位「{unit}」を{canonical}に換算できないため値を無視した", new UnreadText(UnreadKind.Unit, name.En, unit));

    public void Implausible(string resource, LocalizedText name, string value) => Add(NoteSeverity.Warning, resource,
        $"{name.En}: {value} is outside what is physically possible; value ignored", $"{name.Ja}：{value}は生体の値としてあり得ないため無視した");

    public void Indeterminate(string resource, LocalizedText name, string? answer) => Add(NoteSeverity.Information, resource,
        $"{name.En}: the answer '{Short(answer ?? "-")}' decides neither way; counts as unknown", $"{name.Ja}：回答「{Short(answer ?? "-")}」では判定できないため不明として扱った",
        answer is null ? null : new UnreadText(UnreadKind.Answer, name.En, answer));

    public void ContradictoryAnswer(string resource, LocalizedText name) => Add(NoteSeverity.Warning, resource,
        $"{name.En}: the codes, texts or interpretation of the answer contradict each other; counts as unknown", $"{name.Ja}：回答のコード・本文・判定が互いに矛盾するため不明として扱った");

    public void NotANumber(string resource, LocalizedText name, string text) => Add(NoteSeverity.Warning, resource,
        $"{name.En}: no number can be read from '{Short(text)}' with certainty, and it is no answer; ignored", $"{name.Ja}：「{Short(text)}」から数値も判定も確実には読み取れないため無視した",
        new UnreadText(UnreadKind.Answer, name.En, text));

    public void UnreadableRange(string resource, LocalizedText name) => Add(NoteSeverity.Warning, resource,
        $"{name.En}: the reference range that came with the result could not be read for this patient; it is not used", $"{name.Ja}：検査結果の基準値をこの患者のものとして読み取れないため使用しない");

    public void StatedOtherwise(string resource, LocalizedText name, string text) => Add(NoteSeverity.Information, resource,
        $"{name.En}: '{Short(text)}' does not say that this patient has it; ignored", $"{name.Ja}：「{Short(text)}」はこの患者にあるという記載ではないため無視した");

    public void NoCutOff(string resource, LocalizedText name, string value) => Add(NoteSeverity.Warning, resource,
        $"{name.En}: {value} carries neither an interpretation nor a usable cut-off; counts as unknown",
        $"{name.Ja}：{value}には判定も利用できる基準値もないため不明として扱った");

    public void UnknownCode(string resource, LocalizedText name, string value) => Add(NoteSeverity.Warning, resource,
        $"{name.En}: '{Short(value)}' is not one of the values that can be used; ignored", $"{name.Ja}：「{Short(value)}」は利用できる値ではないため無視した", new UnreadText(UnreadKind.Answer, name.En, value));

    public void SeveralMeanings(string resource, string names) => Add(NoteSeverity.Warning, resource,
        $"the codes name different things ({names}); ignored", $"コードが互いに異なる項目（{names}）を指すため無視した");

    public void CombinedTest(string resource, string test) => Add(NoteSeverity.Warning, resource,
        $"{test}: a positive answer does not say which abnormality was found; counts as unknown", $"{test}：陽性でもどの異常か特定できないため不明として扱った");

    public void NoAbnormalityNamed(string resource, LocalizedText test) => Add(NoteSeverity.Information, resource,
        $"{test.En}: the text names none of the abnormalities that are used; they stay unknown", $"{test.Ja}：利用する異常の名称が本文にないため、いずれも不明のままである");

    public void Suspected(string resource, LocalizedText name) => Add(NoteSeverity.Information, resource,
        $"{name.En}: only suspected, not confirmed; does not count as a diagnosis", $"{name.Ja}：疑いであり確定診断ではないため、診断として扱いません");

    public void NotADiagnosis(string resource, LocalizedText name, string status) => Add(NoteSeverity.Information, resource,
        $"{name.En}: verification status {status}; ignored", $"{name.Ja}：検証状態が{status}のため無視した");

    public void NotGiven(string resource, LocalizedText drug, LocalizedText why) => Add(NoteSeverity.Information, resource,
        $"{drug.En}: {why.En}; does not count as given", $"{drug.Ja}：{why.Ja}のため投与として扱いません");

    public void DraftNotIdentified(string resource, LocalizedText why) => Add(NoteSeverity.Warning, resource,
        $"{why.En}; the order is not judged", $"{why.Ja}。このオーダーは判定していない");

    public void NotIdentified(string resource, RecordedHistory part, LocalizedText why)
    {
        LocalizedText open = UnidentifiedTexts.WhatIsOpen(part);
        Add(NoteSeverity.Warning, resource, $"{why.En}; {open.En}", $"{why.Ja}。{open.Ja}");
    }

    public void UnmappedName(string resource, string text, LocalizedText name) => Add(NoteSeverity.Information, resource,
        $"'{text}' reads like {name.En}, but its code is not mapped; ignored", $"「{text}」は{name.Ja}と読めるが、コードが対応付けられていないため無視した");

    public void SeveralVersions(string resource) => Add(NoteSeverity.Information, resource,
        "was sent more than once with different content; the newest version is used", "内容の異なる複数の版が送られたため、最新の版を使用した");

    public void OfOtherRelease(string first, int count) => Add(NoteSeverity.Information, null,
        $"{Count(count, "resource is", "resources are")} not written as FHIR R4 but as another release of FHIR has it ({first}{(count > 1 ? " and others" : "")}); read as far as R4 says the same",
        $"FHIR R4ではなく別の版のFHIRの形式で書かれたリソースが{count}件ある（{first}{(count > 1 ? "ほか" : "")}）。R4で同じ意味を持つ範囲で読み取った");

    public void Contradiction(string resource, LocalizedText name, string value, string other, string otherValue) => Add(NoteSeverity.Warning, resource,
        $"{name.En}: {value} contradicts {otherValue} of the same time ({other})", $"{name.Ja}：同じ時点の{other}の{otherValue}と{value}が矛盾している");

    public void NoPatientPart(string key) => Add(NoteSeverity.Warning, null,
        $"{key}: no Patient could be read; age and sex are unknown", $"{key}：Patientを読み取れないため、年齢・性別は不明である");

    public void PartFailed(string key) => Add(NoteSeverity.Warning, null,
        $"{key}: not obtained; what it would have said is unknown", $"{key}：取得できなかったため、その内容は不明である");

    public void PartIncomplete(string key) => Add(NoteSeverity.Warning, null,
        $"{key}: only a part of the search result was sent; what is not in it is unknown", $"{key}：検索結果の一部しか送られていないため、含まれない内容は不明である");

    /// <summary>What is wrong in a resource: the faults that take it out, or those that it counts with all the same.</summary>
    public void Faults(string resource, string place, IReadOnlyList<ReadingFault> found, bool isUsed)
    {
        ReadingFault[] faults = [.. found.Where(fault => isUsed || fault.Kind is FaultKind.Restricts or FaultKind.Unreadable)];
        foreach (ReadingFault fault in faults.Take(MostFaults)) Fault(resource, place + fault.Path, fault, isUsed);
        if (faults.Length > MostFaults)
            Add(NoteSeverity.Information, resource, $"{faults.Length - MostFaults} more elements are not as FHIR R4 wants them", $"ほかに{faults.Length - MostFaults}個の要素がFHIR R4の形式に合っていない");
    }

    private void Fault(string resource, string path, ReadingFault fault, bool isUsed)
    {
        switch (fault.Kind)
        {
            case FaultKind.Restricts or FaultKind.Unreadable when isUsed:
                Add(NoteSeverity.Warning, resource, $"{path} cannot be read; what it says is unknown: {fault.Message.En}", $"{path}を読み取れないため、その内容は不明である（{fault.Message.Ja}）");
                break;
            case FaultKind.Restricts or FaultKind.Unreadable:
                Add(fault.IsSubject ? NoteSeverity.Error : NoteSeverity.Warning, resource,
                    $"{path} cannot be read, so that the resource is not used: {fault.Message.En}", $"{path}を読み取れないため、このリソースは使用しない（{fault.Message.Ja}）");
                break;
            case FaultKind.Mended:
                Add(NoteSeverity.Information, resource, $"{path} is not written as FHIR asks and was read all the same: {fault.Message.En}", $"{path}はFHIRの形式どおりではないが、読み取った（{fault.Message.Ja}）");
                break;
            case FaultKind.Empty:
                Add(NoteSeverity.Information, resource, $"{path} is empty; taken as not recorded", $"{path}は空のため、記録なしとして扱った");
                break;
            case FaultKind.Ignored:
                Add(NoteSeverity.Information, resource, $"{path} is ignored: {fault.Message.En}", $"{path}は無視した（{fault.Message.Ja}）");
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(fault), fault.Kind, "Add the new kind of fault to ReadingNotes.");
        }
    }

    public void NoEntry(string place) => Add(NoteSeverity.Warning, place,
        "holds no resource; ignored", "リソースがないため無視した");

    public void NoList(string place) => Add(NoteSeverity.Warning, place,
        "is not a list as FHIR asks", "FHIRの求める配列になっていない");

    public void NoType(string place) => Add(NoteSeverity.Warning, place,
        "has no resourceType; ignored", "resourceTypeがないため無視した");

    public void UnknownType(string place, string type) => Add(NoteSeverity.Warning, place,
        $"'{type}' is no type of resource of FHIR R4; ignored", $"「{type}」はFHIR R4のリソース型ではないため無視した");

    public void Miscased(string place, string name) => Add(NoteSeverity.Warning, place,
        $"has a member that differs from '{name}' only in letter case; it is not read", $"「{name}」と大文字・小文字だけが異なる要素があり、読み取っていない");

    public void Repeated(string place, string name) => Add(NoteSeverity.Warning, place,
        $"has '{name}' more than once; what it holds is not used", $"「{name}」が複数あるため、その内容は使用しない");

    public void Modified(string place, string name) => Add(NoteSeverity.Warning, place,
        $"has '{name}', which changes the meaning in a way that is not known here; what it holds is not used", $"意味を変える要素「{name}」を解釈できないため、その内容は使用しない");

    public void Deleted(string resource) => Add(NoteSeverity.Warning, resource,
        "an entry of the request deletes it; not used", "このリソースを削除するエントリーがあるため使用しない");

    public void HoldsUnread(string place, string name) => Add(NoteSeverity.Warning, place,
        $"holds resources in '{name}', which are not read", $"「{name}」に含まれるリソースは読み取っていない");

    public void TooDeep(string place) => Add(NoteSeverity.Warning, place,
        "is a Bundle too deep inside others; not read", "入れ子が深すぎるBundleのため読み取っていない");

    /// <summary>Takes over what was noted elsewhere of the same request.</summary>
    public void Add(ReadingNotes others)
    {
        foreach (Note note in others._notes) Add(note.Severity, note.Resource, note.Text.En, note.Text.Ja, note.Unread);
    }

    private static string Count(int count, string one, string several) => string.Create(CultureInfo.InvariantCulture, $"{count} {(count == 1 ? one : several)}");

    /// <summary>A long report is not repeated in a note.</summary>
    private static string Short(string text) => text.Length <= LongestText ? text : text[..LongestText] + "…";

    /// <summary>Notes quote the record and name its resources: what would turn or break a line does not get into them.</summary>
    private void Add(NoteSeverity severity, string? resource, string en, string ja, UnreadText? unread = null)
    {
        string? plain = resource is null ? null : PlainText.Of(resource);
        if (_seen.Add((plain, en))) _notes.Add(new Note(severity, plain, new LocalizedText(PlainText.Of(en), PlainText.Of(ja))) { Unread = unread });
    }
}
