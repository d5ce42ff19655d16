using System.Text.RegularExpressions;

namespace Cds.Knowledge.Approvals;

/// <summary>Approvals in the texts of rules: <c>{approval:d-bld.untreated}</c> becomes how it stood on the day asked about.</summary>
public static partial class ApprovalTexts
{
    private static readonly LocalizedText Approved = new("approved in {place} since {date}", "{place}では{date}に承認");
    private static readonly LocalizedText ApprovedUndated = new("approved in {place}", "{place}では承認済み");
    private static readonly LocalizedText NotYetApproved = new("not yet approved in {place} on {day}", "{place}では{day}時点で未承認");
    private static readonly LocalizedText NotApproved = new("not approved in {place} as of {date}", "{place}では{date}時点で承認なし");
    private static readonly LocalizedText Reimbursed = new("reimbursed in {place}", "{place}では保険適用あり");
    private static readonly LocalizedText NotReimbursed = new("not reimbursed in {place} as of {date}", "{place}では{date}時点で保険適用なし");
    private static readonly LocalizedText ReimbursementNotOnRecord = new("reimbursement in {place} not on record here", "{place}での保険適用の状況は未収載");
    private static readonly LocalizedText NotOnRecord = new("approval in {place} not on record here", "{place}での承認状況は未収載");
    private static readonly LocalizedText Limited = new("{text} ({limits})", "{text}（{limits}）");
    private static readonly LocalizedText Reported = new("{text}, as reported", "{text}（報道等による）");

    /// <summary>The text with every approval filled in for the patient's day and jurisdiction.</summary>
    internal static LocalizedText Fill(LocalizedText text, PatientContext patient) => Fill(text, patient.Knowledge.Approvals, patient.AsOf.Day);

    /// <summary>The text with every approval filled in.</summary>
    /// <param name="text">Text of a rule.</param>
    /// <param name="approvals">Approvals.</param>
    /// <param name="day">Day asked about; null for readers of the rule itself, who see since when it holds.</param>
    public static LocalizedText Fill(LocalizedText text, ApprovalTable approvals, DateOnly? day)
    {
        if (!text.En.Contains('{', StringComparison.Ordinal)) return text;
        foreach (string name in NamesIn(text.En).Distinct())
        {
            if (approvals.ById.TryGetValue(name, out Approval? approval)) text = text.With("approval:" + name, Words(approval, approvals, day));
        }

        return text;
    }

    /// <summary>The ids of the approvals that a text names.</summary>
    internal static IEnumerable<string> NamesIn(string text) => Placeholder().Matches(text).Select(m => m.Groups["id"].Value);

    /// <summary>How an approval stands, in words.</summary>
    public static LocalizedText Words(Approval approval, ApprovalTable approvals, DateOnly? day)
    {
        ApprovalStatus status = approval.StatusOn(day ?? DateOnly.MaxValue, approvals.Jurisdiction);
        ApprovalRecord? entry = approval.In(approvals.Jurisdiction);
        LocalizedText words = status switch
        {
            ApprovalStatus.Approved => approval.IsReimbursement ? Reimbursed : entry!.Since is { } since ? Approved.With("date", Text(since)) : ApprovedUndated,
            ApprovalStatus.NotYetApproved => NotYetApproved.With("day", Text(day!.Value)),
            ApprovalStatus.NotApproved => (approval.IsReimbursement ? NotReimbursed : NotApproved).With("date", Text(entry!.Since!.Value)),
            ApprovalStatus.NotOnRecord => approval.IsReimbursement ? ReimbursementNotOnRecord : NotOnRecord,
            _ => throw new InvalidOperationException($"Add words for the approval status {status}."),
        };
        words = words.With("place", approvals.Place);
        if (status == ApprovalStatus.Approved && entry!.Limits is { } limits) words = Limited.With("text", words).With("limits", limits);
        return status == ApprovalStatus.Approved && entry!.Certainty == Certainty.Secondary ? Reported.With("text", words) : words;
    }

    /// <summary>The month in words, as the dates of cards; Japanese writes out what is the year, the month and the day.</summary>
    private static LocalizedText Text(ClinicalDate date)
    {
        string[] parts = date.Text.Split('-');
        string[] japanese = [.. parts.Select((part, i) => i == 0 ? part + "年" : part.TrimStart('0') + (i == 1 ? "月" : "日"))];
        string form = parts.Length switch { 1 => "yyyy", 2 => "MMMM yyyy", _ => "d MMMM yyyy" };
        return new LocalizedText(date.EarliestDay.ToString(form, CultureInfo.InvariantCulture), string.Concat(japanese));
    }

    private static LocalizedText Text(DateOnly day) => Text(ClinicalDate.OnDay(day));

    [GeneratedRegex(@"\{approval:(?<id>[a-z0-9.-]+)\}", RegexOptions.ExplicitCapture)]
    private static partial Regex Placeholder();
}
