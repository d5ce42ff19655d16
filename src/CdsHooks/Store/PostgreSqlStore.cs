using System.Data.Common;
using Cds.CdsHooks.Configuration;
using Microsoft.Extensions.Options;
using Npgsql;
using NpgsqlTypes;

namespace Cds.CdsHooks.Store;

/// <summary>Records in PostgreSQL, shared by several instances. A committed transaction is on the database's disk.</summary>
internal sealed class PostgreSqlStore : IRecordStore, IAsyncDisposable
{
    private const string Schema =
        """
        create table if not exists cds_audit (
            id bigint generated always as identity primary key, time timestamptz not null, client text, tenant text, service text not null, hook text not null,
            hook_instance uuid not null, outcome text not null, knowledge_version text not null, milliseconds double precision not null,
            patient text not null, kept_back text[] not null);
        create table if not exists cds_card (
            uuid uuid primary key, audit_id bigint not null references cds_audit (id), time timestamptz not null, client text, rule text not null,
            indicator text not null, patient text not null);
        create table if not exists cds_feedback (
            id bigint generated always as identity primary key, identity text not null, received timestamptz not null, client text, service text not null,
            card text not null, accepted boolean not null, time timestamptz not null, suggestions text[] not null, reason_system text, reason_code text,
            comment text, rule text, indicator text, patient text, lasting boolean not null);
        alter table cds_card add column if not exists scope text;
        alter table cds_feedback add column if not exists scope text;
        alter table cds_audit add column if not exists clinician text;
        alter table cds_card add column if not exists clinician text;
        alter table cds_feedback add column if not exists clinician text;
        alter table cds_feedback add column if not exists until_changed boolean not null default false;
        create unique index if not exists cds_feedback_identity on cds_feedback (md5(identity));
        create index if not exists cds_feedback_override on cds_feedback (patient, received) where lasting;
        create index if not exists cds_card_rule on cds_card (rule, time);
        """;

    /// <summary>Held while the tables are made, so that instances that start together do not make them twice. Any number, the same everywhere.</summary>
    private const long SchemaLock = 0x6364_735f_686f_6f6b;

    private readonly NpgsqlDataSource _source;

    public PostgreSqlStore(IOptions<CdsOptions> options)
    {
        var connection = new NpgsqlConnectionStringBuilder(options.Value.Store.PostgreSql);
        Description = $"PostgreSQL {connection.Host}:{connection.Port}/{connection.Database}";
        _source = NpgsqlDataSource.Create(connection);
    }

    public string Description { get; }

    public Task OpenAsync(CancellationToken cancellation) => RunAsync(async connection =>
    {
        await using NpgsqlTransaction transaction = await connection.BeginTransactionAsync(cancellation);
        await using (NpgsqlCommand alone = Command(connection, "select pg_advisory_xact_lock($1)", SchemaLock)) await alone.ExecuteNonQueryAsync(cancellation);
        await using (var create = new NpgsqlCommand(Schema, connection)) await create.ExecuteNonQueryAsync(cancellation);
        await transaction.CommitAsync(cancellation);
    }, cancellation);

    public Task AddAsync(AuditRecord record, CancellationToken cancellation) => RunAsync(async connection =>
    {
        await using NpgsqlTransaction transaction = await connection.BeginTransactionAsync(cancellation);
        await using NpgsqlCommand audit = Command(
            connection,
            """
            insert into cds_audit (time, client, tenant, service, hook, hook_instance, outcome, knowledge_version, milliseconds, patient, kept_back, clinician)
            values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12) returning id
            """,
            record.Time.ToUniversalTime(), record.Client, record.Tenant, record.Service, record.Hook, record.HookInstance, record.Outcome, record.KnowledgeVersion,
            record.Milliseconds, record.Patient, record.KeptBack.ToArray(), record.User);
        long id = (long)(await audit.ExecuteScalarAsync(cancellation))!;
        await using NpgsqlCommand cards = Command(
            connection,
            """
            insert into cds_card (uuid, audit_id, time, client, rule, indicator, patient, scope, clinician)
            select u, $1, $2, $3, r, i, $4, s, $9 from unnest($5, $6, $7, $8) as card (u, r, i, s)
            """,
            id, record.Time.ToUniversalTime(), record.Client, record.Patient,
            record.Cards.Select(card => card.Uuid).ToArray(), record.Cards.Select(card => card.Rule).ToArray(), record.Cards.Select(card => card.Indicator).ToArray(),
            record.Cards.Select(card => card.Scope).ToArray(), record.User);
        if (record.Cards.Count > 0) await cards.ExecuteNonQueryAsync(cancellation);
        await transaction.CommitAsync(cancellation);
    }, cancellation);

    public Task AddAsync(IReadOnlyList<FeedbackRecord> records, CancellationToken cancellation) => RunAsync(async connection =>
    {
        await using NpgsqlTransaction transaction = await connection.BeginTransactionAsync(cancellation);
        foreach (FeedbackRecord record in records)
        {
            await using NpgsqlCommand insert = Command(
                connection,
                """
                insert into cds_feedback (identity, received, client, service, card, accepted, time, suggestions, reason_system, reason_code, comment,
                    rule, indicator, patient, lasting, scope, clinician, until_changed)
                values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18) on conflict do nothing
                """,
                record.Identity, record.Received.ToUniversalTime(), record.Client, record.Service, record.Card, record.IsAccepted, record.Time.ToUniversalTime(),
                record.Suggestions.ToArray(), record.ReasonSystem, record.ReasonCode, record.Comment, record.Rule, record.Indicator, record.Patient, record.IsLasting, record.Scope, record.User, record.IsUntilChanged);
            await insert.ExecuteNonQueryAsync(cancellation);
        }

        await transaction.CommitAsync(cancellation);
    }, cancellation);

    public async ValueTask<CardTrace?> FindCardAsync(string uuid, CancellationToken cancellation)
    {
        if (!Guid.TryParse(uuid, out Guid id)) return null;
        IReadOnlyList<CardTrace> found = await ReadAsync(
            "select client, rule, indicator, patient, scope, clinician from cds_card where uuid = $1",
            row => new CardTrace(Text(row, 0), row.GetString(1), row.GetString(2), row.GetString(3)) { Scope = Text(row, 4), User = Text(row, 5) },
            cancellation,
            id);
        return found.Count > 0 ? found[0] : null;
    }

    public async ValueTask<IReadOnlyDictionary<OverrideKey, Overridden>> FindOverridesAsync(string patient, string? user, DateTimeOffset since, CancellationToken cancellation)
    {
        IReadOnlyList<(OverrideKey Key, Overridden Override)> found = await ReadAsync(
            """
            select distinct on (rule, scope) rule, coalesce(indicator, 'info'), scope, received, reason_code from cds_feedback
            where lasting and not accepted and patient = $1 and (until_changed or received >= $2) and ($3::text is null or clinician = $3) and rule is not null
            order by rule, scope, received desc
            """,
            row => (new OverrideKey(row.GetString(0), Text(row, 2)), new Overridden(row.GetString(1), row.GetFieldValue<DateTimeOffset>(3), Text(row, 4))),
            cancellation,
            patient,
            since.ToUniversalTime(),
            user);
        return found.ToDictionary(entry => entry.Key, entry => entry.Override);
    }

    public async Task<FeedbackCounts> CountAsync(CancellationToken cancellation) => new(
        await ReadAsync(
            "select rule, to_char(time at time zone 'UTC', 'YYYY-MM') as month, count(*)::int from cds_card group by 1, 2",
            row => new ShownCount(row.GetString(0), row.GetString(1), row.GetInt32(2)),
            cancellation),
        await ReadAsync(
            """
            select rule, to_char(time at time zone 'UTC', 'YYYY-MM'), (count(*) filter (where accepted))::int, (count(*) filter (where not accepted))::int
            from (select distinct on (lower(card)) card, rule, time, accepted from cds_feedback where rule is not null order by lower(card), time desc, id desc) as latest
            group by 1, 2
            """,
            row => new OutcomeCount(row.GetString(0), row.GetString(1), row.GetInt32(2), row.GetInt32(3)),
            cancellation),
        await ReadAsync(
            "select rule, reason_system, reason_code, count(*)::int from cds_feedback where rule is not null and not accepted group by 1, 2, 3",
            row => new ReasonCount(row.GetString(0), Text(row, 1), Text(row, 2), row.GetInt32(3)),
            cancellation),
        (await ReadAsync("select count(*)::int from cds_feedback where rule is null", row => row.GetInt32(0), cancellation))[0]);

    /// <summary>A record is inserted and taken back: rights, disk and connection are all needed for that.</summary>
    public Task CheckAsync(CancellationToken cancellation) => RunAsync(async connection =>
    {
        await using NpgsqlTransaction transaction = await connection.BeginTransactionAsync(cancellation);
        await using NpgsqlCommand insert = Command(
            connection,
            """
            insert into cds_audit (time, service, hook, hook_instance, outcome, knowledge_version, milliseconds, patient, kept_back)
            values (now(), 'health', 'health', gen_random_uuid(), 'health', '', 0, '', '{}')
            """);
        await insert.ExecuteNonQueryAsync(cancellation);
        await transaction.RollbackAsync(cancellation);
    }, cancellation);

    public ValueTask DisposeAsync() => _source.DisposeAsync();

    private static NpgsqlCommand Command(NpgsqlConnection connection, string text, params ReadOnlySpan<object?> values)
    {
        var command = new NpgsqlCommand(text, connection);
        foreach (object? value in values)
            command.Parameters.Add(value is null ? new NpgsqlParameter { Value = DBNull.Value, NpgsqlDbType = NpgsqlDbType.Text } : new NpgsqlParameter { Value = value });
        return command;
    }

    private static string? Text(DbDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);

    private async Task<IReadOnlyList<T>> ReadAsync<T>(string text, Func<DbDataReader, T> read, CancellationToken cancellation, params object?[] values)
    {
        var rows = new List<T>();
        await RunAsync(async connection =>
        {
            await using NpgsqlCommand command = Command(connection, text, values);
            await using NpgsqlDataReader reader = await command.ExecuteReaderAsync(cancellation);
            while (await reader.ReadAsync(cancellation)) rows.Add(read(reader));
        }, cancellation);
        return rows;
    }

    private async Task RunAsync(Func<NpgsqlConnection, Task> work, CancellationToken cancellation)
    {
        try
        {
            await using NpgsqlConnection connection = await _source.OpenConnectionAsync(cancellation);
            await work(connection);
        }
        catch (Exception exception) when (exception is DbException or IOException or TimeoutException or System.Net.Sockets.SocketException)
        {
            throw new StoreUnavailableException("PostgreSQL cannot be used.", exception);
        }
    }
}
