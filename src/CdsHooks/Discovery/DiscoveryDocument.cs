using System.Collections.Frozen;
using Cds.CdsHooks.Services;

namespace Cds.CdsHooks.Discovery;

/// <summary>The discovery answer, composed once per language.</summary>
internal sealed class DiscoveryDocument(IEnumerable<ICdsService> services)
{
    private readonly FrozenDictionary<Language, ReadOnlyMemory<byte>> _bodies = Enum.GetValues<Language>().ToFrozenDictionary(
        language => language,
        language => JsonAnswer.Compose(new WireDiscovery(services.Select(service => WireService.Of(service.Definition, language))), DiscoveryJson.Default.WireDiscovery));

    /// <summary>The answer in a language.</summary>
    public ReadOnlyMemory<byte> In(Language language) => _bodies[language];
}
