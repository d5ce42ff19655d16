using System.Security.Cryptography;

namespace Cds.CdsHooks.Store.Journal;

/// <summary>A line of a journal: an audit record or feedback. Anything in it may be null; what has no time, and feedback without a card, is none.</summary>
internal sealed record JournalLine(JournalAudit? Audit, JournalFeedback? Feedback)
{
    private static readonly JsonSerializerOptions Form = new(JsonSerializerDefaults.Web);

    /// <summary>Reads a line; null when it is not one (torn, or of a version that this one does not understand).</summary>
    public static JournalLine? Read(ReadOnlySpan<byte> line)
    {
        try
        {
            return JsonSerializer.Deserialize<JournalLine>(line, Form) is { } read && (read.Audit?.Time ?? read.Feedback?.Time) is not null
                && (read.Feedback is null || read.Feedback is { Card: not null, Time: not null }) ? read : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>The audit record; it has the same id whenever the line is read again.</summary>
    public AuditRecord? ToAudit(string journal, long number, ReadOnlySpan<byte> line) => Audit is not { Time: { } time } audit
        ? null
        : new AuditRecord
        {
            Id = IdOf(journal, number, line),
            Time = time,
            Client = audit.Client,
            Tenant = audit.Tenant,
            Service = audit.Service ?? "",
            Hook = audit.Hook ?? "",
            HookInstance = audit.HookInstance ?? Guid.Empty,
            Outcome = audit.Outcome ?? "",
            KnowledgeVersion = audit.KnowledgeVersion ?? "",
            Milliseconds = audit.Milliseconds ?? 0,
            Patient = audit.Patient ?? "",
            User = audit.User,
            Cards = [.. (audit.Cards ?? []).OfType<JournalCard>().Where(card => card is { Uuid: not null, Rule: not null })
                .Select(card => new ShownCard(card.Uuid!.Value, card.Rule!, card.Indicator ?? "info") { Scope = card.Scope })],
            KeptBack = [.. (audit.KeptBack ?? []).OfType<string>()],
        };

    /// <summary>The feedback.</summary>
    public FeedbackRecord? ToFeedback() => Feedback is not { Time: { } time, Card: { } card } feedback
        ? null
        : new FeedbackRecord
        {
            Received = feedback.Received ?? time,
            Client = feedback.Client,
            Service = feedback.Service ?? "",
            Card = card,
            IsAccepted = feedback.IsAccepted ?? false,
            Time = time,
            Suggestions = [.. (feedback.Suggestions ?? []).OfType<string>()],
            ReasonSystem = feedback.ReasonSystem,
            ReasonCode = feedback.ReasonCode,
            Comment = feedback.Comment,
            Rule = feedback.Rule,
            Scope = feedback.Scope,
            Indicator = feedback.Indicator,
            Patient = feedback.Patient,
            User = feedback.User,
            IsUntilChanged = feedback.IsUntilChanged ?? false,
            IsLasting = feedback.IsLasting ?? false,
        };

    private static Guid IdOf(string journal, long number, ReadOnlySpan<byte> line)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(System.Text.Encoding.UTF8.GetBytes($"{journal}\n{number}\n"));
        hash.AppendData(line);
        return new Guid(hash.GetHashAndReset().AsSpan(0, 16));
    }
}

/// <summary>An audit record of a journal.</summary>
internal sealed record JournalAudit(
    DateTimeOffset? Time, string? Client, string? Tenant, string? Service, string? Hook, Guid? HookInstance, string? Outcome, string? KnowledgeVersion,
    double? Milliseconds, string? Patient, string? User, IReadOnlyList<JournalCard?>? Cards, IReadOnlyList<string?>? KeptBack);

/// <summary>A card in an audit record of a journal.</summary>
internal sealed record JournalCard(Guid? Uuid, string? Rule, string? Indicator, string? Scope);

/// <summary>Feedback of a journal.</summary>
internal sealed record JournalFeedback(
    DateTimeOffset? Received, string? Client, string? Service, string? Card, bool? IsAccepted, DateTimeOffset? Time, IReadOnlyList<string?>? Suggestions,
    string? ReasonSystem, string? ReasonCode, string? Comment, string? Rule, string? Scope, string? Indicator, string? Patient, string? User, bool? IsUntilChanged,
    bool? IsLasting);
