using Cds.Knowledge.Loading;

namespace Cds.CdsHooks.Configuration;

/// <summary>Checks every setting at start-up and reports all that is wrong at once.</summary>
internal sealed class CdsOptionsValidator(IConfiguration configuration) : IValidateOptions<CdsOptions>
{
    private static readonly TimeSpan ShortestTimeout = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestTimeout = TimeSpan.FromMinutes(10);

    private static readonly string[] Jurisdictions = ["jp", "us", "eu"];

    private static readonly TimeSpan ShortestReloadDelay = TimeSpan.FromMilliseconds(10);
    private static readonly TimeSpan LongestReloadDelay = TimeSpan.FromMinutes(1);

    public ValidateOptionsResult Validate(string? name, CdsOptions options)
    {
        List<string> failures = [.. ListenAddress.Faults(configuration)];
        if (options.PublicBaseUrl is { } publicUrl && !IsBaseUrl(publicUrl))
            failures.Add($"Cds:PublicBaseUrl is '{publicUrl}'; an absolute http or https URL without user, query and fragment is needed.");
        CheckRange(failures, "Cds:MaxBodyBytes", options.MaxBodyBytes, 1_000, 1_000_000_000);
        CheckRange(failures, "Cds:MaxJsonDepth", options.MaxJsonDepth, 16, 1_000);
        CheckRange(failures, "Cds:MaxCards", options.MaxCards, 1, 50);
        if (options.RequestTimeout < ShortestTimeout || options.RequestTimeout > LongestTimeout)
            failures.Add($"Cds:RequestTimeout is {options.RequestTimeout}; allowed is {ShortestTimeout} to {LongestTimeout}.");
        if (TimeZones.Find(options.TimeZone) is null)
            failures.Add($"Cds:TimeZone is '{options.TimeZone}'; this machine knows no such IANA time zone.");
        if (Languages.FromTag(options.DefaultLanguage) is null)
            failures.Add($"Cds:DefaultLanguage is '{options.DefaultLanguage}'; allowed are en and ja.");
        if (options.Knowledge.Overlay is { } overlay && !Directory.Exists(overlay))
            failures.Add($"Cds:Knowledge:Overlay is '{overlay}'; this folder does not exist.");
        if (!Jurisdictions.Contains(options.Knowledge.Jurisdiction))
            failures.Add($"Cds:Knowledge:Jurisdiction is '{options.Knowledge.Jurisdiction}'; allowed are {string.Join(", ", Jurisdictions)}.");
        failures.AddRange(KnowledgeBaseReader.UnknownModules(options.Knowledge.Modules.Keys).Select(unknown => $"Cds:Knowledge:Modules: {unknown}"));
        if (options.Knowledge.ReloadDelay < ShortestReloadDelay || options.Knowledge.ReloadDelay > LongestReloadDelay)
            failures.Add($"Cds:Knowledge:ReloadDelay is {options.Knowledge.ReloadDelay}; allowed is {ShortestReloadDelay} to {LongestReloadDelay}.");
        if (options.Cards.Detail is not (CardsOptions.ShortDetail or CardsOptions.FullDetail))
            failures.Add($"Cds:Cards:Detail is '{options.Cards.Detail}'; allowed are {CardsOptions.ShortDetail} and {CardsOptions.FullDetail}.");
        if (options.Cards.OverrideScope is not (CardsOptions.OfUser or CardsOptions.OfPatient))
            failures.Add($"Cds:Cards:OverrideScope is '{options.Cards.OverrideScope}'; allowed are {CardsOptions.OfUser} and {CardsOptions.OfPatient}.");
        foreach (string origin in options.Cors.Origins)
        {
            if (origin != "*" && !IsOrigin(origin))
                failures.Add($"Cds:Cors:Origins contains '{origin}'; an origin is scheme and host (https://ehr.example.org), or *.");
        }

        return failures.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(failures);
    }

    private static void CheckRange(List<string> failures, string key, int value, int lowest, int highest)
    {
        if (value < lowest || value > highest) failures.Add($"{key} is {value}; allowed is {lowest} to {highest}.");
    }

    private static bool IsHttpUrl(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out Uri? url) && (url.Scheme == Uri.UriSchemeHttp || url.Scheme == Uri.UriSchemeHttps);

    private static bool IsBaseUrl(string text) => IsHttpUrl(text) && new Uri(text) is { UserInfo: "", Query: "", Fragment: "" };

    private static bool IsOrigin(string text) =>
        IsHttpUrl(text) && new Uri(text).GetLeftPart(UriPartial.Authority).Equals(text, StringComparison.OrdinalIgnoreCase);
}
