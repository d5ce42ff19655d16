using System.Text.Json;
using BenchmarkDotNet.Attributes;
using Cds.FhirMapping;
using Cds.FhirMapping.Reading;
using Cds.FhirMapping.Terminology;
using Cds.Knowledge.Loading;
using Hl7.Fhir.Model;
using Hl7.Fhir.Serialization;

namespace Cds.Benchmarks;

/// <summary>From the bytes of a Bundle to facts, with what stands between the two: figures and what they mean are in <c>docs/performance.md</c>.</summary>
[MemoryDiagnoser]
public class ReadingBenchmark
{
    private static readonly FhirJsonDeserializer Firely = new(new DeserializerSettings().UsingMode(DeserializationMode.Strict));
    private static readonly JsonDocumentOptions NoDuplicates = new() { AllowDuplicateProperties = false };

    private byte[] _body = [];
    private Bundle _bundle = new();
    private PatientFactsReader _reader = null!;

    /// <summary>Typical: about 200 kB. Large: about 1.1 MB.</summary>
    public enum Body
    {
        /// <summary>190 Observations and 10 drugs.</summary>
        Typical,

        /// <summary>1,000 Observations and 100 drugs.</summary>
        Large,
    }

    /// <summary>What is read.</summary>
    [Params(Body.Typical, Body.Large)]
    public Body Size { get; set; }

    /// <summary>Prepares reader and body once.</summary>
    [GlobalSetup]
    public void Prepare()
    {
        _body = Size == Body.Typical ? PatientBundle.With(190, 10) : PatientBundle.With(1000, 100);
        _bundle = FirelyStrict();
        _reader = new PatientFactsReader(KnowledgeBaseReader.ReadEmbedded(), CodeMap.ReadEmbedded(), TimeZoneInfo.Utc);
        Console.WriteLine($"// {Size}: {_body.Length} bytes, {WholeReading()} observations, {_reader.ReadBundle(_body).Facts!.DrugRecords.Count} drug records");
    }

    /// <summary>The floor: every token is looked at once.</summary>
    [Benchmark(Baseline = true)]
    public int Tokens()
    {
        var reader = new Utf8JsonReader(_body);
        int tokens = 0;
        while (reader.Read()) tokens++;
        return tokens;
    }

    /// <summary>For comparison: the document that the reader before this one started from.</summary>
    [Benchmark]
    public int JsonDocumentAlone()
    {
        using JsonDocument document = JsonDocument.Parse(_body, NoDuplicates);
        return document.RootElement.GetProperty("entry").GetArrayLength();
    }

    /// <summary>Bytes to Firely objects: envelope and fast lane, what is read only.</summary>
    [Benchmark]
    public int LaneAlone()
    {
        var resources = new ResourceList(new ReadingNotes());
        new FhirBundleReader(resources, PocoShapes.ReadOnly, PatientFactsReader.ReadTypes).Read(_body, "$");
        return resources.Entries.Count;
    }

    /// <summary>Bytes to facts: all of it.</summary>
    [Benchmark]
    public int WholeReading() => _reader.ReadBundle(_body).Facts!.Observations.Count;

    /// <summary>Firely objects to facts, for callers that have them already.</summary>
    [Benchmark]
    public int FromObjects() => _reader.Read(_bundle).Facts!.Observations.Count;

    /// <summary>For comparison: bytes to Firely objects by Firely itself, in the mode that lists all faults.</summary>
    [Benchmark]
    public Bundle FirelyStrict()
    {
        Firely.TryDeserializeResource(System.Text.Encoding.UTF8.GetString(_body), out Resource? resource, out _);
        return (Bundle)resource!;
    }
}
