using System.Buffers;
using System.Collections.Frozen;
using System.Text.Json;
using Cds.CdsHooks.Assessments;
using Cds.CdsHooks.Localization;
using Cds.CdsHooks.Wire;
using Cds.Knowledge;
using Cds.Knowledge.Conclusions;
using Cds.Knowledge.Documents;
using Cds.Knowledge.Facts;
using Cds.Knowledge.Modules;
using Cds.Knowledge.Recommendations;
using Cds.Knowledge.Therapy;
using Cds.Knowledge.Values;

namespace Cds.CdsHooks.KnowledgePages;

/// <summary>The answer of <c>GET /knowledge</c>, composed once per language: everything that has an id, with title and citations.</summary>
internal sealed class KnowledgeListing
{
    private readonly FrozenDictionary<Language, ReadOnlyMemory<byte>> _bodies;

    /// <summary>Composes the answer for a knowledge base.</summary>
    public KnowledgeListing(KnowledgeBase knowledge) =>
        _bodies = Enum.GetValues<Language>().ToFrozenDictionary(language => language, language => Compose(knowledge, language));

    /// <summary>The answer in a language.</summary>
    public ReadOnlyMemory<byte> In(Language language) => _bodies[language];

    private static ReadOnlyMemory<byte> Compose(KnowledgeBase knowledge, Language language)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, JsonAnswer.WriterOptions))
        {
            writer.WriteStartObject();
            writer.WriteString("version", knowledge.Version);
            writer.WriteString("language", language.Tag());
            writer.WriteArray("documents", ById(knowledge.Documents), (target, document) => WriteDocument(target, document, language));
            writer.WriteFilledArray("modules", knowledge.Modules, (target, module) => WriteModule(target, module, language));
            writer.WriteArray("facts", ById(knowledge.Facts), (target, fact) => WriteFact(target, fact, language));
            writer.WriteArray("conclusions", Shown(knowledge), (target, conclusion) => WriteConclusion(target, conclusion, language));
            writer.WriteArray("recommendations", knowledge.Recommendations, (target, item) => WriteRecommendation(target, item, language));
            writer.WriteArray("regimens", ById(knowledge.Regimens), (target, regimen) => WriteRegimen(target, knowledge, regimen, language));
            writer.WriteFilledArray("localAdaptations", knowledge.Adaptations, (target, adaptation) => LocalAdaptationWriter.Write(target, adaptation, language));
            writer.WriteEndObject();
        }

        return buffer.WrittenMemory;
    }

    private static IEnumerable<ConclusionDefinition> Shown(KnowledgeBase knowledge) => knowledge.Conclusions.Where(conclusion => !conclusion.IsInternal);

    private static IEnumerable<T> ById<T>(FrozenDictionary<string, T> entries) =>
        entries.OrderBy(entry => entry.Key, StringComparer.Ordinal).Select(entry => entry.Value);

    private static void WriteDocument(Utf8JsonWriter writer, Document document, Language language)
    {
        writer.WriteStartObject();
        writer.WriteString("id", document.Id);
        writer.WriteString("title", document.Title.In(language));
        writer.WriteString("shortName", document.ShortName.In(language));
        writer.WriteString("published", document.Published);
        if (document.Status is { } status) writer.WriteString("status", status.In(language));
        if (document.LiteratureTo is { } date) writer.WriteString("literatureTo", date);
        writer.WriteString("kind", Name(document.Kind));
        writer.WriteEndObject();
    }

    private static void WriteModule(Utf8JsonWriter writer, KnowledgeModule module, Language language)
    {
        writer.WriteStartObject();
        writer.WriteString("id", module.Id);
        writer.WriteString("title", module.Title.In(language));
        writer.WriteString("about", module.About.In(language));
        ModuleOriginWriter.WriteMembers(writer, module.Origin);
        writer.WriteEndObject();
    }

    private static void WriteFact(Utf8JsonWriter writer, FactDefinition fact, Language language)
    {
        writer.WriteStartObject();
        writer.WriteString("id", fact.Id);
        writer.WriteString("title", fact.Title.In(language));
        writer.WriteString("kind", Name(fact.Kind));
        if (fact.Unit is { } unit) writer.WriteString("unit", unit);
        writer.WriteFilledArray("codes", fact.Codes, (target, code) => target.WriteStringValue(code));
        if (fact.Derived) writer.WriteBoolean("derived", true);
        writer.WriteEndObject();
    }

    private static void WriteConclusion(Utf8JsonWriter writer, ConclusionDefinition conclusion, Language language)
    {
        writer.WriteStartObject();
        writer.WriteString("id", conclusion.Id);
        writer.WriteString("title", conclusion.Title.In(language));
        writer.WriteFilledArray("values", conclusion.Values, (target, value) => target.WriteStringValue(value));
        writer.WriteArray("citations", conclusion.Citations, CitationWriter.Write);
        ModuleOriginWriter.Write(writer, conclusion.Origin);
        writer.WriteEndObject();
    }

    private static void WriteRecommendation(Utf8JsonWriter writer, RecommendationDefinition recommendation, Language language)
    {
        writer.WriteStartObject();
        writer.WriteString("id", recommendation.Id);
        writer.WriteString("title", recommendation.Title.In(language));
        writer.WriteString("topic", recommendation.Topic);
        if (recommendation.Grade is { } grade) writer.WriteString("grade", grade.In(language));
        writer.WriteArray("options", recommendation.Options, (target, option) => target.WriteStringValue(option.Id));
        writer.WriteArray("citations", recommendation.Citations, CitationWriter.Write);
        ModuleOriginWriter.Write(writer, recommendation.Origin);
        writer.WriteEndObject();
    }

    private static void WriteRegimen(Utf8JsonWriter writer, KnowledgeBase knowledge, Regimen regimen, Language language)
    {
        writer.WriteStartObject();
        writer.WriteString("id", regimen.Id);
        writer.WriteString("title", regimen.Title.In(language));
        writer.WriteArray("drugs", regimen.Drugs.Select(drug => drug.Drug).Distinct(), (target, drug) => target.WriteStringValue(drug));
        if (regimen.CycleDays is { } days) writer.WriteNumber("cycleDays", days);
        writer.WriteFilledArray("offLabel", knowledge.OffLabelDrugs(regimen).ToArray(), (target, drug) => target.WriteStringValue(drug));
        writer.WriteArray("citations", regimen.Citations, CitationWriter.Write);
        writer.WriteEndObject();
    }

    /// <summary>Names of closed lists are lower case on the wire.</summary>
    private static string Name<T>(T value) where T : struct, Enum => Enum.GetName(value)!.ToLowerInvariant();
}
