using Cds.CdsHooks.Commands;
using Cds.CdsHooks.LocalKnowledge;
using Cds.CdsHooks.Telemetry;
using Cds.FhirMapping;

namespace Cds.CdsHooks.Configuration;

/// <summary>Starts the service, and says on the console where everything is, or what keeps it from starting.</summary>
internal static class StartUp
{
    private const int Failed = 1;

    private const string HostLog = "Microsoft.Extensions.Hosting.Internal.Host";

    /// <summary>Builds and runs the service until shutdown. What is wrong with settings, knowledge files, disk or address is said, one sentence a line; the exit code is then 1.</summary>
    /// <param name="args">Command line.</param>
    /// <param name="add">Registers the parts.</param>
    /// <param name="map">Maps the routes.</param>
    public static async Task<int> RunOrExplainAsync(string[] args, Action<WebApplicationBuilder> add, Action<WebApplication> map)
    {
        string? address = null;
        try
        {
            if (CommandLine.Find(args) is { } command) return command(Console.Out);
            // Beside the loading of the knowledge base, on the other core; the first call would wait for it otherwise.
            Task ready = WarmUp.StartAsync();
            WebApplicationBuilder builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = CommandLine.SettingsOfServe(args), ContentRootPath = ContentRoot });
            address = ListenAddress.Of(builder.Configuration);
            add(builder);
            // What keeps the service from starting is said in a sentence below; the host would say it too, with a stack trace, and then call the background work that it ends failed.
            bool isStarted = false;
            builder.Logging.AddFilter(HostLog, level => isStarted && level >= LogLevel.Information);
            WebApplication app = builder.Build();
            // Half of the start; the routes are mapped beside it.
            Task<KnowledgeBase> reading = Task.Run(() => app.Services.GetRequiredService<CurrentKnowledge>().Generation.Knowledge);
            map(app);
            KnowledgeBase knowledge = await reading;
            EnrollingTrials.Check(app.Services.GetRequiredService<IOptions<CdsOptions>>().Value, knowledge);
            app.Services.GetRequiredService<FirstAnswer>().Begin();
            app.Logger.KnowledgeRead(knowledge.Version, knowledge.Conclusions.Count, knowledge.Recommendations.Count, knowledge.Regimens.Count);
            app.Lifetime.ApplicationStarted.Register(() =>
            {
                isStarted = true;
                Announce(app);
            });
            await app.RunAsync();
            await ready;
            return 0;
        }
        catch (Exception exception) when (StartFailure.Explain(exception, address) is { Count: > 0 } sentences)
        {
            foreach (string sentence in sentences) await Console.Error.WriteLineAsync(sentence);
            return Failed;
        }
    }

    /// <summary>Where <c>appsettings.json</c> is: the working directory, else beside the program; null keeps the working directory.</summary>
    public static string? ContentRoot => File.Exists("appsettings.json") ? null : AppContext.BaseDirectory;

    private static void Announce(WebApplication app)
    {
        foreach (string address in app.Urls)
        {
            Console.WriteLine($"Start page       {address}/");
            Console.WriteLine($"Discovery        {address}/cds-services");
            Console.WriteLine($"API description  {address}/openapi/v1.json");
            Console.WriteLine($"Knowledge book   {address}/knowledge/book");
        }

        Console.WriteLine($"Sample patients  {Samples(app.Environment.ContentRootPath)}");
    }

    /// <summary>The folder of samples when the service runs from a clone.</summary>
    private static string Samples(string contentRoot)
    {
        for (DirectoryInfo? folder = new(contentRoot); folder is not null; folder = folder.Parent)
        {
            string samples = Path.Combine(folder.FullName, "samples");
            if (Directory.Exists(samples) && File.Exists(Path.Combine(folder.FullName, "Cds.sln"))) return samples;
        }

        return "samples/ in the source repository";
    }
}
