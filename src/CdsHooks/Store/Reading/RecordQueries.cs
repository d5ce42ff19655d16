using Cds.CdsHooks.Store.Databases;
using Cds.CdsHooks.Store.Rows;
using Dapper;

namespace Cds.CdsHooks.Store.Reading;

/// <summary>Finds cards that were shown, and overrides that hold. An index leads to each of them.</summary>
internal sealed class RecordQueries(StoreDatabase database)
{
    private const int MostAtOnce = 500;

    /// <summary>The cards with the uuids, by uuid.</summary>
    public async Task<IReadOnlyList<KeyValuePair<Guid, CardTrace>>> FindCardsAsync(IEnumerable<Guid> uuids, CancellationToken cancellation)
    {
        var found = new List<KeyValuePair<Guid, CardTrace>>();
        foreach (string[] some in uuids.Select(uuid => uuid.ToString()).Chunk(MostAtOnce))
        {
            IEnumerable<CardFound> rows = await QueryAsync<CardFound>(
                $"""
                select cds_card.uuid, cds_audit.client, cds_card.rule, cds_card.indicator, cds_audit.patient, cds_card.scope, cds_audit.clinician
                from cds_card join cds_audit on cds_audit.record = cds_card.record where cds_card.uuid in {database.Among("cds_card", "uuid")}
                """,
                new { rows = RowForm.Write("uuid", some) },
                cancellation);
            found.AddRange(rows.Select(row => new KeyValuePair<Guid, CardTrace>(
                Guid.Parse(row.Uuid), new CardTrace(row.Client, row.Rule, row.Indicator, row.Patient) { Scope = row.Scope, User = row.Clinician })));
        }

        return found;
    }

    /// <summary>What was overridden for a patient; see <see cref="IRecordStore.FindOverridesAsync"/>.</summary>
    public async Task<IReadOnlyDictionary<OverrideKey, Overridden>> FindOverridesAsync(string patient, string? user, DateTimeOffset since, CancellationToken cancellation)
    {
        IEnumerable<OverrideFound> found = await QueryAsync<OverrideFound>(
            """
            select rule, scope, indicator, received, reason_code as reason from (
                select rule, scope, indicator, received, reason_code, row_number() over (partition by rule, scope order by received desc, id desc) as place
                from cds_feedback
                where lasting and not accepted and rule is not null and patient = @patient and (until_changed or received >= @since)
                    and (@user is null or clinician = @user)) as latest
            where place = 1
            """,
            new { patient, user, since },
            cancellation);
        return found.ToDictionary(row => new OverrideKey(row.Rule, row.Scope), row => new Overridden(row.Indicator ?? "info", row.Received, row.Reason));
    }

    private Task<IEnumerable<T>> QueryAsync<T>(string sql, object parameters, CancellationToken cancellation) => Task.Run(
        () => database.RunAsync(connection => connection.QueryAsync<T>(new CommandDefinition(sql, parameters, cancellationToken: cancellation)), cancellation),
        cancellation).WaitAsync(cancellation);

    // Rows with settable members: the databases do not agree on the types of columns, and a constructor would have to match them.
    private sealed class CardFound
    {
        public string Uuid { get; set; } = "";

        public string? Client { get; set; }

        public string Rule { get; set; } = "";

        public string Indicator { get; set; } = "";

        public string Patient { get; set; } = "";

        public string? Scope { get; set; }

        public string? Clinician { get; set; }
    }

    private sealed class OverrideFound
    {
        public string Rule { get; set; } = "";

        public string? Scope { get; set; }

        public string? Indicator { get; set; }

        public DateTimeOffset Received { get; set; }

        public string? Reason { get; set; }
    }
}
