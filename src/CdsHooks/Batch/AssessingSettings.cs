using Cds.CdsHooks.Batch.Register;
using Cds.CdsHooks.LocalKnowledge;

namespace Cds.CdsHooks.Batch;

/// <summary>What the answers of a run depend on besides the patients, in words that can be compared: another program that says the same words answers the same.</summary>
internal static class AssessingSettings
{
    /// <summary>The words.</summary>
    public static string Of(SiteKnowledge site, CdsOptions options, Language language, string? asOf, EntryDetail detail) => string.Join(
        ' ', language, site.Content, options.Knowledge.Jurisdiction,
        string.Join(',', options.Knowledge.Modules.Select(module => $"{module.Key}={module.Value}").Order(StringComparer.Ordinal)),
        string.Join(',', options.OfRules().Order(StringComparer.Ordinal)), options.TimeZone, asOf, detail);
}
