using Cds.CdsHooks.Store;
using Cds.CdsHooks.Tests.Hosting;

namespace Cds.CdsHooks.Tests.Store;

/// <summary>What every store of records has to do; the same tests for the journal and for PostgreSQL.</summary>
public abstract class StoreContract : IAsyncLifetime
{
    private static readonly DateTimeOffset Now = TestService.Now;

    private protected IRecordStore Store { get; private set; } = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => Store = await OpenAsync();

    public virtual async ValueTask DisposeAsync()
    {
        if (Store is IAsyncDisposable store) await store.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task F6_A_card_that_was_shown_is_found_by_its_uuid_and_another_is_not()
    {
        AuditRecord shown = Shown("staging.iss");
        await Store.AddAsync(shown, Cancellation);
        CardTrace? card = await Store.FindCardAsync(shown.Cards[0].Uuid.ToString(), Cancellation);
        Assert.Equal(new CardTrace("https://ehr.example.org", "staging.iss", "warning", "patient-1"), card);
        Assert.Equal(card, await Store.FindCardAsync(shown.Cards[0].Uuid.ToString().ToUpperInvariant(), Cancellation));
        Assert.Null(await Store.FindCardAsync(Guid.NewGuid().ToString(), Cancellation));
        Assert.Null(await Store.FindCardAsync("no uuid'; drop table cds_card; --", Cancellation));
    }

    [Fact]
    public async Task What_was_stored_is_there_after_a_restart()
    {
        AuditRecord shown = Shown("staging.iss");
        await Store.AddAsync(shown, Cancellation);
        await Store.AddAsync([Overridden(shown)], Cancellation);
        await ReopenAsync();
        Assert.NotNull(await Store.FindCardAsync(shown.Cards[0].Uuid.ToString(), Cancellation));
        Assert.Equal([new OverrideKey("staging.iss", null)], (await Store.FindOverridesAsync("patient-1", null, Now.AddDays(-30), Cancellation)).Keys);
        Assert.Equal(1, (await Store.CountAsync(Cancellation)).Outcomes.Single().Overridden);
    }

    [Fact]
    public async Task An_override_with_a_lasting_reason_is_found_for_its_patient_from_its_time_on()
    {
        AuditRecord shown = Shown("a", "b", "c");
        await Store.AddAsync(shown, Cancellation);
        await Store.AddAsync([Overridden(shown), Overridden(shown, 1) with { IsLasting = false }, Accepted(shown, 2)], Cancellation);
        Assert.Equal(new Dictionary<OverrideKey, Overridden> { [new OverrideKey("a", null)] = new("warning", Now, "contraindicated") }, await Store.FindOverridesAsync("patient-1", null, Now, Cancellation));
        Assert.Empty(await Store.FindOverridesAsync("patient-1", null, Now.AddSeconds(1), Cancellation));
        Assert.Empty(await Store.FindOverridesAsync("patient-2", null, Now, Cancellation));
    }

    [Fact]
    public async Task Overrides_of_one_rule_are_told_apart_by_what_they_are_about()
    {
        AuditRecord shown = Shown("safety.pregnancy", "safety.pregnancy");
        shown = shown with { Cards = [shown.Cards[0] with { Scope = "lenalidomide: precautions" }, shown.Cards[1]] };
        await Store.AddAsync(shown, Cancellation);
        string? scope = (await Store.FindCardAsync(shown.Cards[0].Uuid.ToString(), Cancellation))!.Scope;
        Assert.Equal("lenalidomide: precautions", scope);
        Assert.Null((await Store.FindCardAsync(shown.Cards[1].Uuid.ToString(), Cancellation))!.Scope);
        await Store.AddAsync([Overridden(shown) with { Scope = scope }], Cancellation);
        Assert.Equal([new OverrideKey("safety.pregnancy", scope)], (await Store.FindOverridesAsync("patient-1", null, Now, Cancellation)).Keys);
        await Store.AddAsync([Overridden(shown, 1)], Cancellation);
        Assert.Equal(2, (await Store.FindOverridesAsync("patient-1", null, Now, Cancellation)).Count);
    }

    [Fact]
    public async Task Overrides_are_found_for_one_clinician_or_for_all_and_what_holds_until_it_changes_at_any_time()
    {
        AuditRecord shown = Shown("a", "b") with { User = "user-1" };
        await Store.AddAsync(shown, Cancellation);
        Assert.Equal("user-1", (await Store.FindCardAsync(shown.Cards[0].Uuid.ToString(), Cancellation))!.User);
        await Store.AddAsync([Overridden(shown) with { User = "user-1" }, Overridden(shown, 1) with { User = "user-2", IsUntilChanged = true, ReasonCode = "noted" }], Cancellation);
        Assert.Equal(["a"], (await Store.FindOverridesAsync("patient-1", "user-1", Now, Cancellation)).Keys.Select(key => key.Rule));
        Assert.Equal(2, (await Store.FindOverridesAsync("patient-1", null, Now, Cancellation)).Count);
        KeyValuePair<OverrideKey, Overridden> noted = Assert.Single(await Store.FindOverridesAsync("patient-1", null, Now.AddYears(1), Cancellation));
        Assert.Equal(("b", "noted"), (noted.Key.Rule, noted.Value.Reason));
    }

    [Fact]
    public async Task F4_The_same_entry_twice_counts_once_and_the_latest_outcome_of_a_card_counts()
    {
        AuditRecord shown = Shown("a");
        await Store.AddAsync(shown, Cancellation);
        FeedbackRecord overridden = Overridden(shown);
        await Store.AddAsync([overridden, overridden], Cancellation);
        await Store.AddAsync([overridden with { Received = Now.AddMinutes(1) }], Cancellation);
        await Store.AddAsync([Accepted(shown) with { Time = Now.AddMinutes(5) }], Cancellation);
        FeedbackCounts counts = await Store.CountAsync(Cancellation);
        Assert.Equal([new OutcomeCount("a", "2026-11", 1, 0)], counts.Outcomes);
        Assert.Equal([new ReasonCount("a", "s", "contraindicated", 1)], counts.Reasons);
    }

    [Fact]
    public async Task Counts_are_by_rule_and_month()
    {
        AuditRecord shown = Shown("a", "b"), later = Shown("a") with { Time = Now.AddMonths(1) };
        await Store.AddAsync(shown, Cancellation);
        await Store.AddAsync(later, Cancellation);
        await Store.AddAsync([Overridden(shown), Accepted(later) with { Time = Now.AddMonths(1) }], Cancellation);
        await Store.AddAsync([Overridden(shown, 1) with { ReasonSystem = null, ReasonCode = null, Comment = "O'Brien \"said\" \n no 私" }], Cancellation);
        FeedbackCounts counts = await Store.CountAsync(Cancellation);
        Assert.Equal(
            [new ShownCount("a", "2026-11", 1), new ShownCount("a", "2026-12", 1), new ShownCount("b", "2026-11", 1)],
            counts.Shown.OrderBy(count => count.Rule).ThenBy(count => count.Month));
        Assert.Equal(
            [new OutcomeCount("a", "2026-11", 0, 1), new OutcomeCount("a", "2026-12", 1, 0), new OutcomeCount("b", "2026-11", 0, 1)],
            counts.Outcomes.OrderBy(count => count.Rule).ThenBy(count => count.Month));
        Assert.Contains(new ReasonCount("b", null, null, 1), counts.Reasons);
    }

    [Fact]
    public async Task F6_Feedback_on_a_card_that_is_not_known_is_kept_and_counted_apart()
    {
        await Store.AddAsync([Overridden(Shown("a")) with { Rule = null, Patient = null, Card = "made-up" }], Cancellation);
        FeedbackCounts counts = await Store.CountAsync(Cancellation);
        Assert.Equal(1, counts.UnknownCards);
        Assert.Empty(counts.Outcomes);
    }

    [Fact]
    public async Task Many_writers_lose_nothing()
    {
        await Task.WhenAll(Enumerable.Range(0, 50).Select(async _ =>
        {
            AuditRecord shown = Shown("a");
            await Store.AddAsync(shown, Cancellation);
            await Store.AddAsync([Accepted(shown)], Cancellation);
        }));
        await ReopenAsync();
        Assert.Equal([new OutcomeCount("a", "2026-11", 50, 0)], (await Store.CountAsync(Cancellation)).Outcomes);
    }

    [Fact]
    public Task It_can_be_checked() => Store.CheckAsync(Cancellation);

    private protected static AuditRecord Shown(params string[] rules) => new()
    {
        Time = Now,
        Client = "https://ehr.example.org",
        Tenant = "t",
        Service = "myeloma-patient-view",
        Hook = "patient-view",
        HookInstance = Guid.NewGuid(),
        Outcome = "cards",
        KnowledgeVersion = "0.1.0",
        Milliseconds = 12.5,
        Patient = "patient-1",
        Cards = [.. rules.Select(rule => new ShownCard(Guid.NewGuid(), rule, "warning"))],
        KeptBack = ["x"],
    };

    private protected static FeedbackRecord Overridden(AuditRecord shown, int card = 0) => new()
    {
        Received = Now,
        Client = shown.Client,
        Service = shown.Service,
        Card = shown.Cards[card].Uuid.ToString(),
        IsAccepted = false,
        Time = Now,
        ReasonSystem = "s",
        ReasonCode = "contraindicated",
        Rule = shown.Cards[card].Rule,
        Indicator = shown.Cards[card].Indicator,
        Patient = shown.Patient,
        IsLasting = true,
    };

    private protected static FeedbackRecord Accepted(AuditRecord shown, int card = 0) =>
        Overridden(shown, card) with { IsAccepted = true, IsLasting = false, ReasonCode = null, ReasonSystem = null, Suggestions = [Guid.NewGuid().ToString()] };

    private protected abstract Task<IRecordStore> OpenAsync();

    private async Task ReopenAsync()
    {
        if (Store is IAsyncDisposable store) await store.DisposeAsync();
        Store = await OpenAsync();
    }
}
