using Cds.CdsHooks.Store;
using Npgsql;

namespace Cds.CdsHooks.Tests.Store;

/// <summary>The PostgreSQL server that <c>tests/prepare/postgresql.sh</c> starts; each test has a schema of its own.</summary>
internal sealed class PostgreSqlServer
{
    private const string Variable = "CDS_TEST_POSTGRES";

    private PostgreSqlServer(string connection) => Connection = connection;

    /// <summary>Connection string with a schema that nobody else uses.</summary>
    public string Connection { get; }

    /// <summary>Makes a schema; skips the test when no server was started.</summary>
    public static async Task<PostgreSqlServer> PrepareAsync()
    {
        string? connection = Environment.GetEnvironmentVariable(Variable);
        Assert.True(connection is not null || Environment.GetEnvironmentVariable("CDS_TESTS_COMPLETE") is null, "tests/prepare/postgresql.sh has not been run.");
        Assert.SkipWhen(connection is null, $"No PostgreSQL server ({Variable}, tests/prepare/postgresql.sh).");
        string schema = "t" + Guid.NewGuid().ToString("N");
        var server = new PostgreSqlServer($"{connection};Search Path={schema}");
        await server.ExecuteAsync($"create schema {schema}");
        return server;
    }

    /// <summary>Settings of a store in it.</summary>
    public void Configure(StoreOptions options) => options.PostgreSql = Connection;

    public async Task<object?> ExecuteAsync(string sql)
    {
        await using NpgsqlDataSource source = NpgsqlDataSource.Create(Connection);
        await using NpgsqlCommand command = source.CreateCommand(sql);
        return await command.ExecuteScalarAsync(TestContext.Current.CancellationToken);
    }
}
