using Cds.CdsHooks.Cards;
using Cds.CdsHooks.Data;
using Cds.CdsHooks.Delivery;
using Cds.CdsHooks.Envelope;
using Cds.CdsHooks.Start;
using Cds.CdsHooks.Telemetry;
using Cds.FhirMapping;

namespace Cds.CdsHooks.Configuration;

/// <summary>
/// Answers the first sample patient beside the start of store and server, so that the first clinician does not wait for code that is compiled when it is first used. Nothing
/// of it is recorded or counted.
/// </summary>
internal sealed class FirstAnswer(IServiceProvider services, AsOfParameter moments, ILogger<FirstAnswer> logger) : IHostedService
{
    /// <summary>The bytes of the answer once it is there; 0 as long as nothing has begun.</summary>
    public Task<int> Answered { get; private set; } = Task.FromResult(0);

    /// <summary>Begins, on another thread. Once the knowledge is read.</summary>
    public void Begin() => Answered = Task.Run(Answer);

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Waits for its end: the services that it works with are taken away next.</summary>
    public Task StopAsync(CancellationToken cancellationToken) => Answered;

    private int Answer()
    {
        try
        {
            return Compose();
        }
        catch (ObjectDisposedException)
        {
            // The start failed meanwhile, and says why in a sentence of its own.
            return 0;
        }
        catch (Exception exception)
        {
            // What is wrong will be wrong for the first caller too, and has its handler there; the service starts all the same.
            logger.FirstAnswerFailed(exception);
            return 0;
        }
    }

    private int Compose()
    {
        using IServiceScope scope = services.CreateScope();
        SamplePatient sample = SamplePatients.All[0];
        PatientFactsReading reading = scope.ServiceProvider.GetRequiredService<PatientFactsReader>().ReadBundle(SamplePatients.Bundle(sample));
        var data = new PatientData(reading.Facts!, reading.CodeSystems);
        var asked = new CardContext(scope.ServiceProvider.GetRequiredService<Assessor>().Assess(data.Facts, moments.Read(sample.AsOf).Value), data, moments.Now, Language.English, "");
        Card[] cards = scope.ServiceProvider.GetRequiredService<DetailForm>().Write(scope.ServiceProvider.GetRequiredService<CardComposer>().Compose(asked), asked.Language);
        return JsonAnswer.Compose(WireCards.Of(new ShownCards(cards, []), asked.Language), CardJson.Default.WireCards).Length;
    }
}
