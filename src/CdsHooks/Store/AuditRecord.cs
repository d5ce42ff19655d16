namespace Cds.CdsHooks.Store;

/// <summary>What was asked and shown in one hook call. Holds no patient data: the patient is a pseudonym, the cards are ids of rules.</summary>
internal sealed record AuditRecord
{
    /// <summary>Tells this record from all others, so that writing it a second time after a broken connection adds nothing.</summary>
    public Guid Id { get; init; } = Guid.NewGuid();

    /// <summary>When the answer was given.</summary>
    public required DateTimeOffset Time { get; init; }

    /// <summary>Issuer of the client; null when nobody has to sign in.</summary>
    public string? Client { get; init; }

    /// <summary>Tenant of the client.</summary>
    public string? Tenant { get; init; }

    /// <summary>Service id.</summary>
    public required string Service { get; init; }

    /// <summary>Hook.</summary>
    public required string Hook { get; init; }

    /// <summary>Id of the invocation.</summary>
    public required Guid HookInstance { get; init; }

    /// <summary><c>cards</c>, <c>no-cards</c>, or the kind of problem.</summary>
    public required string Outcome { get; init; }

    /// <summary>Version of the knowledge base.</summary>
    public required string KnowledgeVersion { get; init; }

    /// <summary>Time taken.</summary>
    public required double Milliseconds { get; init; }

    /// <summary>Pseudonym of the patient.</summary>
    public required string Patient { get; init; }

    /// <summary>Pseudonym of the clinician.</summary>
    public string? User { get; init; }

    /// <summary>Cards shown.</summary>
    public IReadOnlyList<ShownCard> Cards { get; init; } = [];

    /// <summary>Rules whose card was kept back, because it was overridden for this patient.</summary>
    public IReadOnlyList<string> KeptBack { get; init; } = [];
}

/// <summary>A card as shown.</summary>
/// <param name="Uuid">Its uuid in the answer.</param>
/// <param name="Rule">Conclusion or recommendation behind it.</param>
/// <param name="Indicator"><c>info</c>, <c>warning</c> or <c>critical</c>.</param>
internal sealed record ShownCard(Guid Uuid, string Rule, string Indicator)
{
    /// <summary>Drug and findings, for a card about an order; null when the rule says it all.</summary>
    public string? Scope { get; init; }
}
