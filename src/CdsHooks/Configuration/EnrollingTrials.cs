using Cds.Knowledge.Documents;

namespace Cds.CdsHooks.Configuration;

/// <summary>The trials that a site says it enrols for are protocols that the knowledge holds, those of its overlay included.</summary>
internal static class EnrollingTrials
{
    /// <summary>Checks the setting; it can only be checked once the knowledge is read.</summary>
    /// <exception cref="OptionsValidationException">A trial is not known.</exception>
    public static void Check(CdsOptions options, KnowledgeBase knowledge)
    {
        string[] known = [.. knowledge.Documents.Values.Where(document => document.Kind == DocumentKind.Protocol).Select(document => document.Id).Order(StringComparer.Ordinal)];
        string[] unknown = [.. options.EnrollingTrials.Except(known)];
        if (unknown.Length == 0) return;
        string key = $"{CdsOptions.Section}:{nameof(CdsOptions.EnrollingTrials)}", allowed = string.Join(", ", known);
        throw new OptionsValidationException(Options.DefaultName, typeof(CdsOptions), unknown.Select(trial => $"{key} contains '{trial}'; protocols of trials here are: {allowed}."));
    }
}
