using System.Security.Cryptography;
using System.Text;
using Cds.CdsHooks.Store.Databases;

namespace Cds.CdsHooks.Store.Rows;

/// <summary>A row of <c>cds_audit</c>.</summary>
internal sealed record AuditRow(
    string Record, string Time, string? Client, string? Tenant, string Service, string Hook, string HookInstance, string Outcome, string KnowledgeVersion,
    double Milliseconds, string Patient, string? Clinician, string KeptBack)
{
    public static AuditRow Of(AuditRecord audit) => new(
        audit.Id.ToString(), MomentHandler.Text(audit.Time), audit.Client, audit.Tenant, audit.Service, audit.Hook, audit.HookInstance.ToString(), audit.Outcome,
        audit.KnowledgeVersion, audit.Milliseconds, audit.Patient, audit.User, JsonSerializer.Serialize([.. audit.KeptBack], RowForm.Default.StringArray));
}

/// <summary>A row of <c>cds_card</c>: a card of an audit record.</summary>
internal sealed record CardRow(string Uuid, string Record, string Month, string Rule, string Indicator, string? Scope)
{
    public static IEnumerable<CardRow> Of(AuditRecord audit) => audit.Cards.Select(card => new CardRow(
        card.Uuid.ToString(), audit.Id.ToString(), RowForm.Month(audit.Time), card.Rule, card.Indicator, card.Scope));
}

/// <summary>A row of <c>cds_feedback</c>.</summary>
internal sealed record FeedbackRow(
    string Identity, string Received, string? Client, string Service, string Card, bool Accepted, string Time, string Month, string Suggestions, string? ReasonSystem,
    string? ReasonCode, string? Comment, string? Rule, string? Scope, string? Indicator, string? Patient, string? Clinician, bool Lasting, bool UntilChanged)
{
    public static FeedbackRow Of(FeedbackRecord feedback) => new(
        IdentityOf(feedback), MomentHandler.Text(feedback.Received), feedback.Client, feedback.Service, feedback.Card, feedback.IsAccepted,
        MomentHandler.Text(feedback.Time), RowForm.Month(feedback.Time), JsonSerializer.Serialize([.. feedback.Suggestions], RowForm.Default.StringArray),
        feedback.ReasonSystem, feedback.ReasonCode, feedback.Comment, feedback.Rule, feedback.Scope, feedback.Indicator, feedback.Patient, feedback.User,
        feedback.IsLasting, feedback.IsUntilChanged);

    /// <summary>Equal for entries that a client sent twice.</summary>
    private static string IdentityOf(FeedbackRecord feedback)
    {
        string[] parts =
        [
            feedback.Card, feedback.IsAccepted ? "a" : "o", feedback.Time.UtcDateTime.ToString("O", CultureInfo.InvariantCulture), feedback.ReasonSystem ?? "",
            feedback.ReasonCode ?? "", feedback.Comment ?? "", .. feedback.Suggestions,
        ];
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\u001f', parts))));
    }
}

/// <summary>A line of a journal that could not be read.</summary>
internal sealed record JournalRestRow(string File, long Line, string Text);

