using System.Buffers;
using Cds.Benchmarks;
using Cds.CdsHooks.Cards;
using Cds.CdsHooks.Data;
using Cds.CdsHooks.Delivery;
using Cds.CdsHooks.Tests.Hosting;
using Cds.CdsHooks.Wire;
using Cds.FhirMapping;
using Cds.Knowledge;
using Cds.Knowledge.Evaluation;
using Cds.Knowledge.Values;
using Microsoft.Extensions.DependencyInjection;

namespace Cds.CdsHooks.Tests.Delivery;

/// <summary>
/// The memory that answering takes at most, from the bytes of a record to those of the cards. Bytes allocated do not depend on how busy the machine is. Wanted are five
/// times the body and 64 kB; what is reached, and where it goes, is in <c>docs/performance.md</c>.
/// </summary>
public sealed class AnswerCostTests(RealService service) : IClassFixture<RealService>
{
    private static readonly AsOf Day = AsOf.EndOf(new DateOnly(2026, 11, 20));

    [Theory]
    [InlineData(8, 2, 760_000)]
    [InlineData(190, 10, 2_900_000)]
    [InlineData(1000, 100, 8_200_000)]
    public void An_answer_takes_no_more_memory_than_this(int observations, int drugs, long most)
    {
        byte[] bundle = PatientBundle.With(observations, drugs);
        using IServiceScope scope = service.Services.CreateScope();
        Assert.True(Answer(scope.ServiceProvider, bundle) > 0);
        long before = GC.GetAllocatedBytesForCurrentThread();
        Answer(scope.ServiceProvider, bundle);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, most);
    }

    private static long Answer(IServiceProvider services, byte[] bundle)
    {
        PatientFactsReading reading = services.GetRequiredService<PatientFactsReader>().ReadBundle(bundle);
        var asked = new CardContext(services.GetRequiredService<Assessor>().Assess(reading.Facts!, Day), new PatientData(reading.Facts!, reading.CodeSystems), Day, Language.English, "http://localhost");
        Card[] cards = services.GetRequiredService<DetailForm>().Write(services.GetRequiredService<CardComposer>().Compose(asked), Language.English);
        var written = new ArrayBufferWriter<byte>(256 * 1024);
        JsonAnswer.Write(written, WireCards.Of(new ShownCards(cards, []), Language.English), CardJson.Default.WireCards);
        return written.WrittenCount;
    }
}
