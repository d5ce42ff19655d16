using System.Collections.Frozen;
using Cds.Knowledge.Approvals;

namespace Cds.Knowledge.Loading;

/// <summary>Reads approvals and the jurisdictions they hold in.</summary>
internal sealed class ApprovalReader(Vocabulary vocabulary)
{
    private readonly Dictionary<string, LocalizedText> _jurisdictions = [];

    public ApprovalTable Read(LayeredEntries entries)
    {
        foreach (YamlEntry jurisdiction in entries.Items("jurisdictions", "jurisdictions", "jurisdictions.yaml"))
        {
            _jurisdictions[jurisdiction.RequiredText("id")] = jurisdiction.RequiredLocalized("title");
            jurisdiction.Finish();
        }

        Approval[] approvals = [.. entries.Items("approvals", "approvals", "approvals.yaml").Select(ReadApproval)];
        foreach (string twice in approvals.GroupBy(a => a.Id).Where(g => g.Count() > 1).Select(g => g.Key)) entries.Defect("approvals", twice, $"the id '{twice}' is defined twice");
        return new ApprovalTable(approvals.DistinctBy(a => a.Id).ToFrozenDictionary(a => a.Id), _jurisdictions.ToFrozenDictionary());
    }

    private Approval ReadApproval(YamlEntry entry)
    {
        IReadOnlyList<string> drugs = entry.Texts("drugs");
        foreach (string drug in drugs.Where(d => !vocabulary.Drugs.Contains(d))) entry.Defect($"unknown drug '{drug}'", "drugs");
        string? condition = entry.Text("off-label-for");
        if (condition is not null && !vocabulary.Conditions.Contains(condition)) entry.Defect($"unknown condition '{condition}'", "off-label-for");
        if (condition is not null && drugs.Count != 1) entry.Defect("'off-label-for' is about one drug", "off-label-for");
        var approval = new Approval
        {
            Id = entry.RequiredText("id"),
            Title = entry.RequiredLocalized("title"),
            Indication = entry.RequiredLocalized("indication"),
            Drugs = drugs,
            Condition = condition,
            IsReimbursement = entry.Flag("reimbursement"),
            Records = [.. entry.Entries("in").Select(ReadRecord)],
        };
        if (approval.Records.Count == 0) entry.Defect("'in' names no jurisdiction");
        foreach (string twice in approval.Records.GroupBy(r => r.Jurisdiction).Where(g => g.Count() > 1).Select(g => g.Key)) entry.Defect($"jurisdiction '{twice}' stands twice", "in");
        entry.Finish();
        return approval;
    }

    private ApprovalRecord ReadRecord(YamlEntry entry)
    {
        string jurisdiction = entry.RequiredText("jurisdiction");
        if (!_jurisdictions.ContainsKey(jurisdiction)) entry.Defect($"unknown jurisdiction '{jurisdiction}'", "jurisdiction");
        bool isApproved = entry.RequiredText("status") switch
        {
            "approved" => true,
            "not-approved" => false,
            var other => entry.Report(false, $"'status' has to be approved or not-approved, not '{other}'", "status"),
        };
        var record = new ApprovalRecord(
            jurisdiction, isApproved, Date(entry, "since"), entry.Localized("limits"),
            CitationReader.Single(entry, "source", vocabulary) ?? entry.Report(CitationReader.None, "'source' is missing"),
            entry.Word<Certainty>("certainty") ?? entry.Report(Certainty.Secondary, "'certainty' is missing"),
            Date(entry, "checked-on") ?? entry.Report(ClinicalDate.OnDay(DateOnly.MinValue), "'checked-on' is missing: when did somebody look it up?"));
        if (!isApproved && record.Since is null) entry.Defect("'since' is missing: of what is not approved it says the time the source speaks from");
        entry.Finish();
        return record;
    }

    /// <summary>A year, a month or a day, as the source says.</summary>
    internal static ClinicalDate? Date(YamlEntry entry, string key)
    {
        if (entry.Text(key) is not { } text) return null;
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly day)) return ClinicalDate.OnDay(day);
        if (DateOnly.TryParseExact(text + "-01", "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly month)) return ClinicalDate.InMonth(month.Year, month.Month);
        if (text.Length == 4 && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int year)) return ClinicalDate.InYear(year);
        return entry.Report<ClinicalDate?>(null, $"'{key}: {text}' has to be a year, a month or a day", key);
    }
}
