namespace Cds.CdsHooks.Localization;

/// <summary>Words of the register: its report and the list of the coordinator.</summary>
internal static class RegisterPhrases
{
    public static LocalizedText Title { get; } = new("Register of the patients", "患者レジストリ");

    public static LocalizedText Whose { get; } = new("{count} patients, as of {date}; knowledge base {version}.", "患者{count}名、{date}時点、知識ベース{version}。");

    public static LocalizedText Unreadable { get; } = new(
        "{count} lines of the input could not be read and are counted nowhere below; the error lines of the output name them.",
        "入力のうち{count}行は読み取れず、以下の集計に含まれない。該当行は出力のエラー行に示す。");

    public static LocalizedText Repeated { get; } = new(
        "{count} patient ids come more than once; each record is counted.", "{count}件の患者IDが重複している。集計は記録ごとに行う。");

    public static LocalizedText What { get; } = new("what", "項目");

    public static LocalizedText Patients { get; } = new("patients", "患者数");

    public static LocalizedText None { get; } = new("None.", "該当なし。");

    public static LocalizedText Undetermined { get; } = new("undetermined", "未確定");

    public static LocalizedText NoDisorder { get; } = new("no plasma-cell disorder", "形質細胞疾患なし");

    public static LocalizedText DueHeading { get; } = new("Recommendations", "推奨");

    public static LocalizedText OverdueMeans { get; } = new(
        "Overdue: due for {days} days or more, as the record of today says of those days. Open: a missing fact decides.",
        "期日超過：現在の記録に照らし{days}日以上前から実施すべき状態が続くもの。判定不能：不足する情報により決まらないもの。");

    public static LocalizedText Due { get; } = new("due", "要実施");

    public static LocalizedText Overdue { get; } = new("of these overdue", "うち期日超過");

    public static LocalizedText Satisfied { get; } = new("done", "実施済み");

    public static LocalizedText Open { get; } = new("open", "判定不能");

    public static LocalizedText OverdueIds { get; } = new("Overdue for:", "期日超過の患者：");

    public static LocalizedText Candidates { get; } = new("Candidates", "候補患者");

    public static LocalizedText Missing { get; } = new("What is missing most", "最も不足している情報");

    public static LocalizedText MissingMeans { get; } = new("Facts that a conclusion or recommendation waits for", "判定や推奨が必要とする情報");

    public static LocalizedText Unread { get; } = new("What was not read", "読み取れなかったもの");

    public static LocalizedText UnreadMeans { get; } = new(
        "Codes, units and short answers that mean nothing to this service; texts of a single patient are left out",
        "本サービスで意味を解釈できないコード・単位・短い結果文。1名のみにみられる文字列は除く");

    /// <summary>The heading of a part of the report.</summary>
    public static LocalizedText Section(string section) => section switch
    {
        "diagnosis" => new("Diagnosis", "診断"),
        "stage" => new("Stage", "病期"),
        "phase" => new("Phase of therapy", "治療段階"),
        "line" => new("Line of therapy", "治療ライン"),
        "response" => new("Response", "治療効果"),
        _ => throw new ArgumentOutOfRangeException(nameof(section), section, "Add the new section to RegisterPhrases."),
    };

    /// <summary>For what somebody is a candidate.</summary>
    public static LocalizedText CandidateFor(string candidate) => candidate switch
    {
        "car-t" => new("Candidate for CAR-T cells", "CAR-T細胞療法の候補"),
        "trial" => new("Candidate for a trial", "臨床試験の候補"),
        "transplant" => new("Candidate for a transplant", "造血幹細胞移植の候補"),
        _ => throw new ArgumentOutOfRangeException(nameof(candidate), candidate, "Add the new candidate to RegisterPhrases."),
    };

    /// <summary>What kind of thing was not read.</summary>
    public static LocalizedText UnreadKind(string kind) => kind switch
    {
        "code" => new("code", "コード"),
        "text" => new("name without a code", "コードのない名称"),
        "unit" => new("unit", "単位"),
        "answer" => new("answer in words", "文字による結果"),
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Add the new kind to RegisterPhrases."),
    };
}
