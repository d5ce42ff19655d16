using System.Buffers;
using System.Collections.Frozen;
using System.Text.Json;
using Cds.CdsHooks.Envelope;
using Cds.CdsHooks.Wire;
using Cds.CdsHooks.Services;
using Cds.Knowledge.Values;

namespace Cds.CdsHooks.Discovery;

/// <summary>The discovery answer, composed once per language.</summary>
internal sealed class DiscoveryDocument
{
    /// <summary>Version of CDS Hooks that the service is built to.</summary>
    private const string SpecificationVersion = "2.0.1";

    /// <summary>That of the definitions of patient-view, order-select and order-sign; CDS Hooks 3.0 has the member, 2.0 clients ignore it.</summary>
    private const string HookVersion = "1.0";

    private readonly FrozenDictionary<Language, ReadOnlyMemory<byte>> _bodies;

    /// <summary>Composes the answer for the registered services.</summary>
    public DiscoveryDocument(IEnumerable<ICdsService> services)
    {
        ServiceDefinition[] definitions = [.. services.Select(service => service.Definition)];
        _bodies = Enum.GetValues<Language>().ToFrozenDictionary(language => language, language => Compose(definitions, language));
    }

    /// <summary>The answer in a language.</summary>
    public ReadOnlyMemory<byte> In(Language language) => _bodies[language];

    private static ReadOnlyMemory<byte> Compose(ServiceDefinition[] definitions, Language language)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, JsonAnswer.WriterOptions))
        {
            writer.WriteStartObject();
            writer.WriteArray("services", definitions, (target, definition) => Write(target, definition, language));
            writer.WriteEndObject();
        }

        return buffer.WrittenMemory;
    }

    private static void Write(Utf8JsonWriter writer, ServiceDefinition definition, Language language)
    {
        writer.WriteStartObject();
        writer.WriteString("hook", definition.Hook);
        writer.WriteString("id", definition.Id);
        writer.WriteString("title", definition.Title.In(language));
        writer.WriteString("description", definition.Description.In(language));
        writer.WriteString("version", SpecificationVersion);
        writer.WriteString("hookVersion", HookVersion);
        writer.WriteString("usageRequirements", definition.UsageRequirements.In(language));
        writer.WriteStartObject("prefetch");
        foreach (PrefetchTemplate template in definition.Prefetch) writer.WriteString(template.Key, template.Query);
        writer.WriteEndObject();
        writer.WriteEndObject();
    }
}
