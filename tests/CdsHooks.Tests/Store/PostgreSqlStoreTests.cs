using Cds.CdsHooks.Configuration;
using Cds.CdsHooks.Store;
using Microsoft.Extensions.Options;
using Npgsql;

namespace Cds.CdsHooks.Tests.Store;

/// <summary>The contract of stores against a real PostgreSQL server, which <c>tests/prepare/postgresql.sh</c> starts; each test has its own schema.</summary>
public sealed class PostgreSqlStoreTests : StoreContract
{
    private const string Variable = "CDS_TEST_POSTGRES";

    private readonly string _schema = "t" + Guid.NewGuid().ToString("N");

    [Fact]
    public async Task A_server_that_is_gone_is_a_store_that_is_not_available()
    {
        var options = new CdsOptions();
        options.Store.PostgreSql = "Host=127.0.0.1;Port=1;Database=none;Username=none;Timeout=2";
        await using var store = new PostgreSqlStore(Options.Create(options));
        await Assert.ThrowsAsync<StoreUnavailableException>(() => store.CheckAsync(TestContext.Current.CancellationToken));
    }

    private protected override async Task<IRecordStore> OpenAsync()
    {
        string? connection = Environment.GetEnvironmentVariable(Variable);
        Assert.True(connection is not null || Environment.GetEnvironmentVariable("CDS_TESTS_COMPLETE") is null, "tests/prepare/postgresql.sh has not been run.");
        Assert.SkipWhen(connection is null, $"No PostgreSQL server ({Variable}, tests/prepare/postgresql.sh).");
        await using (NpgsqlDataSource source = NpgsqlDataSource.Create(connection!))
        {
            await using NpgsqlCommand create = source.CreateCommand($"create schema if not exists {_schema}");
            await create.ExecuteNonQueryAsync();
        }

        var options = new CdsOptions();
        options.Store.PostgreSql = $"{connection};Search Path={_schema}";
        var store = new PostgreSqlStore(Options.Create(options));
        await store.OpenAsync(TestContext.Current.CancellationToken);
        return store;
    }
}
