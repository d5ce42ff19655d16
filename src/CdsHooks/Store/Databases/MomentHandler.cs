using System.Data;
using Dapper;
using Npgsql;
using NpgsqlTypes;

namespace Cds.CdsHooks.Store.Databases;

/// <summary>Moments between code and database: <c>timestamptz</c> in PostgreSQL, text of one width in SQLite, which sorts as the moments do.</summary>
internal sealed class MomentHandler : SqlMapper.TypeHandler<DateTimeOffset>
{
    /// <summary>The text, in UTC and to the microsecond, the precision of PostgreSQL.</summary>
    public static string Text(DateTimeOffset moment) => moment.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'", CultureInfo.InvariantCulture);

    /// <inheritdoc />
    public override void SetValue(IDbDataParameter parameter, DateTimeOffset value)
    {
        if (parameter is NpgsqlParameter typed)
        {
            typed.NpgsqlDbType = NpgsqlDbType.TimestampTz;
            typed.Value = value.UtcDateTime;
        }
        else
        {
            parameter.Value = Text(value);
        }
    }

    /// <inheritdoc />
    public override DateTimeOffset Parse(object value) => value switch
    {
        // Npgsql gives the ends of the calendar for 'infinity', which clients could store once.
        DateTime moment => new DateTimeOffset(moment.Ticks, TimeSpan.Zero),
        string text => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal),
        _ => throw new InvalidOperationException($"{value.GetType()} is no form of a moment in a store."),
    };
}
