using Cds.CdsHooks.Tests.Hosting;
using Dapper;
using Microsoft.Data.Sqlite;

namespace Cds.CdsHooks.Tests.Store;

/// <summary>Looks into the file of a store, as an operator does.</summary>
internal static class StoredRows
{
    public static string FileOf(TemporaryFolder folder) => Path.Combine(folder.Path, "records.db");

    public static async Task<IReadOnlyList<T>> ReadAsync<T>(TemporaryFolder folder, string sql)
    {
        await using SqliteConnection connection = Open(folder);
        return [.. await connection.QueryAsync<T>(sql)];
    }

    public static async Task ChangeAsync(TemporaryFolder folder, string sql)
    {
        await using SqliteConnection connection = Open(folder);
        await connection.ExecuteAsync(sql);
    }

    public static SqliteConnection Open(TemporaryFolder folder) => new($"Data Source={FileOf(folder)};Pooling=false");
}
