using Cds.CdsHooks.Store;
using Cds.CdsHooks.Tests.Hosting;

namespace Cds.CdsHooks.Tests.Store;

/// <summary>What every store of records has to do; the same tests for SQLite and for PostgreSQL.</summary>
public abstract class StoreContract : IAsyncLifetime
{
    private protected static DateTimeOffset Now => TestService.Now;

    private protected StoreBench Bench { get; private set; } = null!;

    private protected IRecordStore Store => Bench.Store;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public virtual async ValueTask InitializeAsync() => Bench = await OpenAsync();

    public virtual async ValueTask DisposeAsync()
    {
        await Bench.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task F6_A_card_that_was_shown_is_found_by_its_uuid_and_another_is_not()
    {
        AuditRecord shown = Shown("staging.iss");
        Bench.Audit.Add(shown);
        CardTrace? card = await FindCardAsync(shown.Cards[0].Uuid.ToString());
        Assert.Equal(new CardTrace("https://ehr.example.org", "staging.iss", "warning", "patient-1"), card);
        Assert.Equal(card, await FindCardAsync(shown.Cards[0].Uuid.ToString().ToUpperInvariant()));
        Assert.Null(await FindCardAsync(Guid.NewGuid().ToString()));
        Assert.Null(await FindCardAsync("no uuid'; drop table cds_card; --"));
    }

    [Fact]
    public async Task What_was_stored_is_there_after_a_restart()
    {
        AuditRecord shown = Shown("staging.iss");
        Bench.Audit.Add(shown);
        await Store.AddAsync([Overridden(shown)], Cancellation);
        await ReopenAsync();
        Assert.NotNull(await FindCardAsync(shown.Cards[0].Uuid.ToString()));
        Assert.Equal([new OverrideKey("staging.iss", null)], (await Store.FindOverridesAsync("patient-1", null, Now.AddDays(-30), Cancellation)).Keys);
        Assert.Equal(1, (await CountAsync()).Outcomes.Single().Overridden);
    }

    [Fact]
    public async Task An_override_with_a_lasting_reason_is_found_for_its_patient_from_its_time_on()
    {
        AuditRecord shown = Shown("a", "b", "c");
        Bench.Audit.Add(shown);
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
        Bench.Audit.Add(shown);
        string? scope = (await FindCardAsync(shown.Cards[0].Uuid.ToString()))!.Scope;
        Assert.Equal("lenalidomide: precautions", scope);
        Assert.Null((await FindCardAsync(shown.Cards[1].Uuid.ToString()))!.Scope);
        await Store.AddAsync([Overridden(shown) with { Scope = scope }], Cancellation);
        Assert.Equal([new OverrideKey("safety.pregnancy", scope)], (await Store.FindOverridesAsync("patient-1", null, Now, Cancellation)).Keys);
        await Store.AddAsync([Overridden(shown, 1)], Cancellation);
        Assert.Equal(2, (await Store.FindOverridesAsync("patient-1", null, Now, Cancellation)).Count);
    }

    [Fact]
    public async Task Overrides_are_found_for_one_clinician_or_for_all_and_what_holds_until_it_changes_at_any_time()
    {
        AuditRecord shown = Shown("a", "b") with { User = "user-1" };
        Bench.Audit.Add(shown);
        Assert.Equal("user-1", (await FindCardAsync(shown.Cards[0].Uuid.ToString()))!.User);
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
        Bench.Audit.Add(shown);
        FeedbackRecord overridden = Overridden(shown);
        await Store.AddAsync([overridden, overridden], Cancellation);
        await Store.AddAsync([overridden with { Received = Now.AddMinutes(1) }], Cancellation);
        await Store.AddAsync([Accepted(shown) with { Time = Now.AddMinutes(5) }], Cancellation);
        FeedbackCounts counts = await CountAsync();
        Assert.Equal([new OutcomeCount("a", "2026-11", 1, 0)], counts.Outcomes);
        Assert.Equal([new ReasonCount("a", "s", "contraindicated", 1)], counts.Reasons);
    }

    [Fact]
    public async Task Counts_are_by_rule_and_month()
    {
        AuditRecord shown = Shown("a", "b"), later = Shown("a") with { Time = Now.AddMonths(1) };
        Bench.Audit.Add(shown);
        Bench.Audit.Add(later);
        await Store.AddAsync([Overridden(shown), Accepted(later) with { Time = Now.AddMonths(1) }], Cancellation);
        await Store.AddAsync([Overridden(shown, 1) with { ReasonSystem = null, ReasonCode = null, Comment = "O'Brien \"said\" \n no 私" }], Cancellation);
        FeedbackCounts counts = await CountAsync();
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
        FeedbackCounts counts = await CountAsync();
        Assert.Equal(1, counts.UnknownCards);
        Assert.Empty(counts.Outcomes);
    }

    [Fact]
    public async Task Many_writers_lose_nothing()
    {
        await Task.WhenAll(Enumerable.Range(0, 50).Select(async _ =>
        {
            AuditRecord shown = Shown("a");
            Bench.Audit.Add(shown);
            await Store.AddAsync([Accepted(shown)], Cancellation);
        }));
        await ReopenAsync();
        Assert.Equal([new OutcomeCount("a", "2026-11", 50, 0)], (await CountAsync()).Outcomes);
    }

    [Fact]
    public async Task The_latest_outcome_counts_in_whatever_order_entries_arrive_and_under_whatever_case_of_the_uuid()
    {
        AuditRecord shown = Shown("a", "b");
        Bench.Audit.Add(shown);
        FeedbackRecord latest = Accepted(shown) with { Time = Now.AddMinutes(5) };
        await Store.AddAsync([latest with { Card = latest.Card.ToUpperInvariant() }], Cancellation);
        await Store.AddAsync([Overridden(shown), Overridden(shown, 1), Accepted(shown, 1) with { Time = Now.AddMinutes(1) }], Cancellation);
        Assert.Equal(
            [new OutcomeCount("a", "2026-11", 1, 0), new OutcomeCount("b", "2026-11", 1, 0)], (await CountAsync()).Outcomes.OrderBy(count => count.Rule));
    }

    [Fact]
    public async Task A_record_written_twice_is_there_once()
    {
        AuditRecord shown = Shown("a");
        Bench.Audit.Add(shown);
        Bench.Audit.Add(shown);
        Assert.Equal([new ShownCount("a", "2026-11", 1)], (await CountAsync()).Shown);
    }

    [Fact]
    public async Task What_was_shown_a_moment_ago_is_found_and_counted()
    {
        for (int round = 0; round < 20; round++)
        {
            AuditRecord shown = Shown("a");
            Bench.Audit.Add(shown);
            Assert.NotNull(await FindCardAsync(shown.Cards[0].Uuid.ToString()));
            Assert.Equal(round + 1, (await CountAsync()).Shown.Single().Count);
        }
    }

    [Theory]
    [InlineData("0001-01-01T00:00:00Z")]
    [InlineData("9999-12-31T23:59:59.9999999Z")]
    public async Task Times_at_the_ends_of_the_calendar_are_stored_found_and_counted(string text)
    {
        var time = DateTimeOffset.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
        AuditRecord shown = Shown("a") with { Time = time };
        Bench.Audit.Add(shown);
        await Store.AddAsync([Overridden(shown) with { Time = time, Received = time, IsUntilChanged = true }], Cancellation);
        FeedbackCounts counts = await CountAsync();
        Assert.Equal(text[..7], counts.Shown.Single().Month);
        Assert.Equal(text[..7], counts.Outcomes.Single().Month);
        Overridden found = Assert.Single(await Store.FindOverridesAsync("patient-1", null, Now, Cancellation)).Value;
        Assert.InRange(found.Received, time - TimeSpan.FromMilliseconds(time.Year > 1 ? 1 : 0), time);
    }

    [Fact]
    public async Task Reasons_are_counted_under_the_name_that_the_caller_gives_them()
    {
        AuditRecord shown = Shown("a", "a", "a");
        Bench.Audit.Add(shown);
        await Store.AddAsync([Overridden(shown) with { ReasonCode = "x" }, Overridden(shown, 1) with { ReasonCode = "y" }, Overridden(shown, 2)], Cancellation);
        FeedbackCounts counts = await Store.CountAsync(sent => sent.Code == "contraindicated" ? sent : new ReasonCode(null, "other"), Cancellation);
        Assert.Equal(
            [new ReasonCount("a", "s", "contraindicated", 1), new ReasonCount("a", null, "other", 2)], counts.Reasons.OrderBy(reason => reason.Code));
    }

    [Fact]
    public async Task Audit_records_beyond_their_time_go_and_what_they_showed_stays_a_count()
    {
        AuditRecord old = Shown("a", "b") with { Time = Now.AddDays(-731) }, limit = Shown("a") with { Time = Now.AddDays(-730) };
        AuditRecord unset = Shown("a") with { Time = DateTimeOffset.MinValue };
        foreach (AuditRecord record in new[] { old, limit, unset }) Bench.Audit.Add(record);
        await Store.AddAsync([Overridden(old)], Cancellation);
        FeedbackCounts before = await CountAsync();
        Assert.Equal(1, await Bench.Retention.CleanAsync(Cancellation));
        Assert.Equal(0, await Bench.Retention.CleanAsync(Cancellation));
        Assert.Null(await FindCardAsync(old.Cards[0].Uuid.ToString()));
        Assert.NotNull(await FindCardAsync(limit.Cards[0].Uuid.ToString()));
        Assert.NotNull(await FindCardAsync(unset.Cards[0].Uuid.ToString()));
        FeedbackCounts after = await CountAsync();
        Assert.Equal(before.Shown.OrderBy(Key), after.Shown.OrderBy(Key));
        Assert.Equal(before.Outcomes, after.Outcomes);
        Assert.Single(await Store.FindOverridesAsync("patient-1", null, Now, Cancellation));

        static string Key(ShownCount count) => count.Rule + count.Month;
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

    private protected abstract Task<StoreBench> OpenAsync();

    private protected async Task ReopenAsync()
    {
        await Bench.DisposeAsync();
        Bench = await OpenAsync();
    }

    private protected async Task<CardTrace?> FindCardAsync(string uuid) => (await Store.FindCardsAsync([uuid], Cancellation)).GetValueOrDefault(uuid);

    private protected Task<FeedbackCounts> CountAsync() => Store.CountAsync(sent => sent, Cancellation);
}
