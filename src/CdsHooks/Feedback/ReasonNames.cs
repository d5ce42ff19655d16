using Cds.CdsHooks.Cards;
using Cds.CdsHooks.Store;

namespace Cds.CdsHooks.Feedback;

/// <summary>
/// What an override reason is called in the summary: a code of ours or of HL7's as it is, any other one <see cref="Other"/>. Clients send free text as a
/// code now and then, which may name a patient; it stays in the store.
/// </summary>
internal sealed class ReasonNames(KnowledgeBase knowledge)
{
    /// <summary>Stands for all reasons that are not known here.</summary>
    public const string Other = "other";

    private readonly HashSet<string> _standard = [.. knowledge.OverrideReasons.Values.Select(reason => reason.Standard).OfType<string>()];

    /// <summary>The name.</summary>
    public ReasonCode Of(ReasonCode sent)
    {
        if (sent.Code is not { } code) return default;
        bool isOwn = sent.System is null or CodeSystems.OverrideReason && knowledge.OverrideReasons.ContainsKey(code);
        return isOwn || (sent.System == CodeSystems.StandardReason && _standard.Contains(code)) ? sent : new ReasonCode(null, Other);
    }
}
