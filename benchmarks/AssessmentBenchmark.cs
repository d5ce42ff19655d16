using BenchmarkDotNet.Attributes;
using Cds.FhirMapping;
using Cds.FhirMapping.Terminology;
using Cds.Knowledge;
using Cds.Knowledge.Evaluation;
using Cds.Knowledge.Loading;
using Cds.Knowledge.Patients;

namespace Cds.Benchmarks;

/// <summary>From the facts of a sample patient to every conclusion and recommendation.</summary>
[MemoryDiagnoser]
public class AssessmentBenchmark
{
    internal static readonly AsOf Day = AsOf.EndOf(new DateOnly(2026, 11, 20));

    private Assessor _assessor = null!;
    private PatientFacts _facts = null!;

    /// <summary>The patients: the two of the reading benchmark, one newly diagnosed, one with a long history, one without a plasma-cell disorder.</summary>
    public static IReadOnlyList<string> Samples { get; } = ["typical", "large", "newly-diagnosed-transplant-eligible.json", "double-refractory-relapse.json", "no-plasma-cell-disorder.json"];

    /// <summary>Body of <see cref="PatientBundle"/>, or file in <c>samples/</c>.</summary>
    [ParamsSource(nameof(Samples))]
    public string Sample { get; set; } = "";

    /// <summary>Prepares engine and patient once.</summary>
    [GlobalSetup]
    public void Prepare()
    {
        KnowledgeBase knowledge = KnowledgeBaseReader.ReadEmbedded();
        _assessor = new Assessor(knowledge);
        _facts = new PatientFactsReader(knowledge, CodeMap.ReadEmbedded(), TimeZoneInfo.Utc).ReadBundle(BundleOf(Sample)).Facts!;
    }

    /// <summary>The Bundle of a sample.</summary>
    internal static byte[] BundleOf(string sample) => sample switch
    {
        "typical" => PatientBundle.With(190, 10),
        "large" => PatientBundle.With(1000, 100),
        _ => File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "samples", sample)),
    };

    /// <summary>The whole assessment.</summary>
    [Benchmark]
    public int Assess() => _assessor.Assess(_facts, Day).Recommendations.Count;

    /// <summary>What a hook call needs of it before cards are composed.</summary>
    [Benchmark]
    public int AssessTruthFirst() => _assessor.AssessTruthFirst(_facts, Day, CancellationToken.None).Recommendations.Count;
}
