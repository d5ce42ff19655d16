using Cds.CdsHooks.LocalKnowledge;
using Cds.CdsHooks.Tests.Hosting;
using Cds.Knowledge.Evaluation;
using Cds.Knowledge.Values;
using Cds.Knowledge.Wording;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Answer = Cds.CdsHooks.Tests.Hosting.Answer;


namespace Cds.CdsHooks.Tests.Errors;

/// <summary>A defect of our own: logged under an id, answered with the id and nothing else.</summary>
public sealed class UnhandledExceptionTests(UnhandledExceptionTests.BrokenService service) : IClassFixture<UnhandledExceptionTests.BrokenService>
{
    private const string Secret = "secret of the stack";

    [Fact]
    public async Task Q3_A_defect_is_500_with_an_id_that_the_log_has_and_without_internals()
    {
        Answer answer = await service.CreateClient().PostJsonAsync(HookRequests.PatientView, HookRequests.Valid());
        answer.IsOperationOutcome(500);
        Assert.DoesNotContain(Secret, answer.Body, StringComparison.Ordinal);
        string id = answer.Json.GetProperty("issue")[0].GetProperty("diagnostics").GetString()!;
        (LogLevel Level, string Text) entry = Assert.Single(service.Log.Entries, entry => entry.Level == LogLevel.Error);
        Assert.Contains(id, entry.Text, StringComparison.Ordinal);
        Assert.Contains(Secret, entry.Text, StringComparison.Ordinal);
    }

    /// <summary>The app with a rule that throws.</summary>
    public sealed class BrokenService : TestService
    {
        protected override void Change(IServiceCollection services) =>
            services.AddSingleton<KnowledgeSource>(() => SmallKnowledge.Site(SmallKnowledge.Base with { Recommendations = [SmallKnowledge.Prophylaxis with { Applies = new Broken() }] }));
    }

    private sealed record Broken : Criterion
    {
        protected override Finding Look(PatientContext patient) => throw new InvalidOperationException(Secret);

        public override IEnumerable<Dependency> Dependencies() => [];

        public override Clause InWords(WordList words) => Clause.Statement(new LocalizedText("broken", "故障"));
    }
}
