using BenchmarkDotNet.Attributes;
using Cds.CdsHooks.Cards;
using Cds.CdsHooks.Configuration;
using Cds.CdsHooks.Data;
using Cds.CdsHooks.Delivery;
using Cds.CdsHooks.Wire;
using Cds.FhirMapping;
using Cds.Knowledge;
using Cds.Knowledge.Evaluation;
using Cds.Knowledge.Values;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Cds.Benchmarks;

/// <summary>From an assessment to the bytes of the answer: cards are composed, their details written, and all of it as JSON.</summary>
[MemoryDiagnoser]
public class CardBenchmark
{
    private CardComposer _composer = null!;
    private DetailForm _details = null!;
    private CardContext _asked = null!;
    private IReadOnlyList<CardDraft> _drafts = null!;
    private ShownCards _shown = null!;

    /// <summary>The patients of <see cref="AssessmentBenchmark"/> that get cards.</summary>
    public static IReadOnlyList<string> Samples { get; } = ["typical", "newly-diagnosed-transplant-eligible.json", "double-refractory-relapse.json"];

    /// <summary>Body of <see cref="PatientBundle"/>, or file in <c>samples/</c>.</summary>
    [ParamsSource(nameof(Samples))]
    public string Sample { get; set; } = "";

    /// <summary>Prepares an assessment, its drafts and its cards once.</summary>
    [GlobalSetup]
    public void Prepare()
    {
        WebApplicationBuilder builder = WebApplication.CreateBuilder();
        builder.Environment.EnvironmentName = Environments.Development;
        builder.Logging.ClearProviders();
        builder.AddCdsConfiguration();
        builder.Services.AddKnowledge();
        IServiceProvider services = builder.Build().Services.CreateScope().ServiceProvider;
        PatientFactsReading reading = services.GetRequiredService<PatientFactsReader>().ReadBundle(AssessmentBenchmark.BundleOf(Sample));
        Assessment assessment = services.GetRequiredService<Assessor>().Assess(reading.Facts!, AssessmentBenchmark.Day);
        _asked = new CardContext(assessment, new PatientData(reading.Facts!, reading.CodeSystems), AssessmentBenchmark.Day, Language.English, "http://localhost");
        _composer = services.GetRequiredService<CardComposer>();
        _details = services.GetRequiredService<DetailForm>();
        _drafts = _composer.Compose(_asked);
        _shown = new ShownCards(_details.Write(_drafts, Language.English), []);
        Console.WriteLine($"// {Sample}: {_drafts.Count} cards, {WriteJson()} bytes");
    }

    /// <summary>Cards without their details.</summary>
    [Benchmark]
    public int Compose() => _composer.Compose(_asked).Count;

    /// <summary>Their details.</summary>
    [Benchmark]
    public int WriteDetails() => _details.Write(_drafts, Language.English).Length;

    /// <summary>The answer as JSON.</summary>
    [Benchmark]
    public int WriteJson() => JsonAnswer.Compose(WireCards.Of(_shown, Language.English), CardJson.Default.WireCards).Length;
}
