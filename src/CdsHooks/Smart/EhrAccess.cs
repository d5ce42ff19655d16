using Cds.CdsHooks.Companion.Sessions;

namespace Cds.CdsHooks.Smart;

/// <summary>The access of a launch, kept with the session of the patient that it is for.</summary>
/// <param name="server">The EHR.</param>
/// <param name="grant">What it granted.</param>
/// <param name="language">Language of the card that the launch came from; null when none was named.</param>
internal sealed class EhrAccess(SmartServer server, SmartGrant grant, Language? language) : RecordAccess(LaunchEndpoints.Again)
{
    /// <summary>The EHR.</summary>
    public SmartServer Server { get; } = server;

    /// <summary>What it granted.</summary>
    public SmartGrant Grant { get; } = grant;

    /// <summary>Language of the card that the launch came from; null when none was named.</summary>
    public Language? Language { get; } = language;
}
