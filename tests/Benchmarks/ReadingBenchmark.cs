using System.Text.Json;
using BenchmarkDotNet.Attributes;
using Cds.FhirMapping;
using Cds.FhirMapping.Terminology;
using Cds.Knowledge.Loading;

namespace Cds.Benchmarks;

/// <summary>From the bytes of a request to facts.</summary>
[MemoryDiagnoser]
public class ReadingBenchmark
{
    private byte[] _bundle = [];
    private PatientFactsReader _reader = null!;

    /// <summary>Resources in the bundle.</summary>
    [Params(20, 1000)]
    public int Observations { get; set; }

    /// <summary>Prepares reader and bundle once.</summary>
    [GlobalSetup]
    public void Prepare()
    {
        _bundle = LargeBundle.WithObservations(Observations);
        _reader = new PatientFactsReader(KnowledgeBaseReader.ReadEmbedded(), CodeMap.ReadEmbedded(), TimeZoneInfo.Utc);
    }

    /// <summary>Parsing alone, for comparison.</summary>
    [Benchmark(Baseline = true)]
    public int Parse()
    {
        using JsonDocument document = JsonDocument.Parse(_bundle);
        return document.RootElement.GetProperty("entry").GetArrayLength();
    }

    /// <summary>Parsing and reading.</summary>
    [Benchmark]
    public int Read()
    {
        using JsonDocument document = JsonDocument.Parse(_bundle);
        return _reader.ReadBundle(document.RootElement).Facts!.Observations.Count;
    }
}
