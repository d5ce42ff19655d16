using Cds.CdsHooks.Commands;
using Cds.CdsHooks.LocalKnowledge;
using Cds.CdsHooks.Store;
using Cds.CdsHooks.Telemetry;
using Cds.FhirMapping;
using Cds.FhirMapping.Reading;
using Cds.Knowledge;
using Cds.Knowledge.Loading;
using Microsoft.AspNetCore.Connections;
using Microsoft.Extensions.Options;

namespace Cds.CdsHooks.Configuration;

/// <summary>Starts the service, and says on the console where everything is, or what keeps it from starting.</summary>
internal static class StartUp
{
    private const int Failed = 1;

    /// <summary>Builds and runs the service until shutdown. Settings or knowledge files that are wrong are listed, one a line; the exit code is then 1.</summary>
    /// <param name="args">Command line.</param>
    /// <param name="add">Registers the parts.</param>
    /// <param name="map">Maps the routes.</param>
    public static async Task<int> RunOrExplainAsync(string[] args, Action<WebApplicationBuilder> add, Action<WebApplication> map)
    {
        try
        {
            if (CommandLine.Find(args) is { } command) return command(Console.Out);
            // Beside the loading of the knowledge base, on the other core; the first call would wait for it otherwise.
            Task ready = WarmUp.StartAsync();
            WebApplicationBuilder builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = CommandLine.SettingsOfServe(args), ContentRootPath = ContentRoot });
            add(builder);
            WebApplication app = builder.Build();
            KnowledgeBase knowledge = app.Services.GetRequiredService<CurrentKnowledge>().Generation.Knowledge;
            map(app);
            app.Logger.KnowledgeRead(knowledge.Version, knowledge.Conclusions.Count, knowledge.Recommendations.Count, knowledge.Regimens.Count);
            app.Lifetime.ApplicationStarted.Register(() => Announce(app));
            await app.RunAsync();
            await ready;
            return 0;
        }
        catch (OptionsValidationException exception)
        {
            foreach (string failure in exception.Failures) await Console.Error.WriteLineAsync(failure);
            return Failed;
        }
        catch (StoreUnavailableException exception)
        {
            await Console.Error.WriteLineAsync(exception.InnerException is { } cause ? $"{exception.Message} {cause.Message}" : exception.Message);
            return Failed;
        }
        catch (IOException exception) when (exception.InnerException is AddressInUseException)
        {
            await Console.Error.WriteLineAsync($"{exception.Message} End the other program, or set {CdsOptions.Section}:{nameof(CdsOptions.Url)} to another address.");
            return Failed;
        }
        catch (KnowledgeDefectsException exception)
        {
            await Console.Error.WriteLineAsync(exception.Message);
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
