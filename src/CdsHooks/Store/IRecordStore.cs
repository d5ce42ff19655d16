namespace Cds.CdsHooks.Store;

/// <summary>A card that was shown before.</summary>
/// <param name="Client">To which client.</param>
/// <param name="Rule">The rule behind it.</param>
/// <param name="Indicator">How urgent it was.</param>
/// <param name="Patient">Pseudonym of the patient.</param>
internal sealed record CardTrace(string? Client, string Rule, string Indicator, string Patient)
{
    /// <summary>Drug and findings, for a card about an order; null when the rule says it all.</summary>
    public string? Scope { get; init; }

    /// <summary>Pseudonym of the clinician who saw it; null in records of before there was one.</summary>
    public string? User { get; init; }
}

/// <summary>What an override is about.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Scope">Drug and findings, for a card about an order; null when the rule says it all.</param>
internal readonly record struct OverrideKey(string Rule, string? Scope);

/// <summary>The latest lasting override of a card.</summary>
/// <param name="Indicator">The indicator that the card had.</param>
/// <param name="Received">When.</param>
/// <param name="Reason">Code of the reason.</param>
internal readonly record struct Overridden(string Indicator, DateTimeOffset Received, string? Reason);

/// <summary>How long a hook call took.</summary>
/// <param name="Service">Service id.</param>
/// <param name="Milliseconds">Time taken.</param>
internal readonly record struct CallDuration(string Service, double Milliseconds);

/// <summary>Keeps feedback, and finds again what was shown and done. Every method fails with <see cref="StoreUnavailableException"/> when the store cannot be used.</summary>
internal interface IRecordStore
{
    /// <summary>Where the records go, for the log at start; without passwords.</summary>
    string Description { get; }

    /// <summary>Opens the store: brings its tables up to date and takes in an old journal; called once, before the first request.</summary>
    Task OpenAsync(CancellationToken cancellation);

    /// <summary>Adds feedback. Returns when it is on the disk of the store and can be read there.</summary>
    Task AddAsync(IReadOnlyList<FeedbackRecord> records, CancellationToken cancellation);

    /// <summary>The cards with the uuids, by uuid, whatever its case; those that are not known (any more) are left out.</summary>
    Task<IReadOnlyDictionary<string, CardTrace>> FindCardsAsync(IReadOnlyCollection<string> uuids, CancellationToken cancellation);

    /// <summary>What was overridden for a patient with a lasting reason since a moment (one that holds until something changes: at any time).</summary>
    /// <param name="patient">Pseudonym of the patient.</param>
    /// <param name="user">Pseudonym of the clinician whose overrides count; null for those of all.</param>
    /// <param name="since">The moment.</param>
    /// <param name="cancellation">Cancels.</param>
    Task<IReadOnlyDictionary<OverrideKey, Overridden>> FindOverridesAsync(string patient, string? user, DateTimeOffset since, CancellationToken cancellation);

    /// <summary>Counts for the summary of feedback, with all that was added before.</summary>
    /// <param name="naming">What a reason counts as.</param>
    /// <param name="cancellation">Cancels.</param>
    Task<FeedbackCounts> CountAsync(ReasonNaming naming, CancellationToken cancellation);

    /// <summary>How long the latest hook calls took, the newest first.</summary>
    /// <param name="most">How many at most.</param>
    /// <param name="cancellation">Cancels.</param>
    Task<IReadOnlyList<CallDuration>> FindDurationsAsync(int most, CancellationToken cancellation);

    /// <summary>Proves that a record can be written now and read again at the place where records are kept.</summary>
    Task CheckAsync(CancellationToken cancellation);
}
