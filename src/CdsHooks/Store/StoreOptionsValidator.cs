using Npgsql;

namespace Cds.CdsHooks.Store;

/// <summary>Checks the settings of store, feedback and links at start-up.</summary>
internal sealed class StoreOptionsValidator : IValidateOptions<CdsOptions>
{
    /// <summary>The ranges.</summary>
    public static IReadOnlyList<SettingRange> Ranges { get; } =
    [
        new("Store:AuditRetention", TimeSpan.FromDays(1), TimeSpan.FromDays(36_500), options => options.Store.AuditRetention),
        new("Feedback:HideOverriddenFor", TimeSpan.Zero, TimeSpan.FromDays(3650), options => options.Feedback.HideOverriddenFor),
        new("Feedback:LongestComment", 0, 100_000, options => options.Feedback.LongestComment),
    ];

    public ValidateOptionsResult Validate(string? name, CdsOptions options)
    {
        List<string> failures = [.. Ranges.Select(range => range.Check(options)).OfType<string>()];
        StoreOptions store = options.Store;
        if (store.PatientKey is { } key && !PatientPseudonym.IsKey(key)) failures.Add("Cds:Store:PatientKey is no base64 of 32 bytes or more.");
        if (store.PostgreSql is not null && store.PatientKey is null) failures.Add("Cds:Store:PatientKey is not set; with Cds:Store:PostgreSql all instances share one key.");
        if (store.PostgreSql is { } connection && !IsConnectionString(connection)) failures.Add("Cds:Store:PostgreSql is no connection string (Host=...;Database=...;Username=...).");
        if (options.SmartAppUrl is { } app && !IsAppUrl(app)) failures.Add($"Cds:SmartAppUrl is '{app}'; an absolute http or https launch URL without launch and iss is needed.");
        return failures.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(failures);
    }

    private static bool IsConnectionString(string text)
    {
        try
        {
            return new NpgsqlConnectionStringBuilder(text).Host is { Length: > 0 };
        }
        catch (ArgumentException)
        {
            return false;
        }
    }

    private static bool IsUrl(string text) => Uri.TryCreate(text, UriKind.Absolute, out Uri? url) && (url.Scheme == Uri.UriSchemeHttp || url.Scheme == Uri.UriSchemeHttps);

    private static bool IsAppUrl(string text) =>
        IsUrl(text) && !new Uri(text).Query.TrimStart('?').Split('&').Any(parameter => parameter.Split('=')[0] is "launch" or "iss");
}
