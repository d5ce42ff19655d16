namespace Cds.CdsHooks.Companion.View;

/// <summary>Moments as readers see them: a day, or a day and a time in the time zone of the service.</summary>
internal static class MomentText
{
    /// <summary>The moment.</summary>
    public static string Of(AsOf asOf) => asOf.Text.Contains('T', StringComparison.Ordinal) ? asOf.Moment.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture) : asOf.Text;
}
