using System.CommandLine;
using Cds.CdsHooks.Batch.Queue;
using Cds.CdsHooks.LocalKnowledge;
using Hangfire;
using Hangfire.Logging.LogProviders;

namespace Cds.CdsHooks.Commands;

/// <summary><c>worker</c>: answers partitions that <c>batch --queue</c> hands out, until it is asked to end.</summary>
internal static class WorkerCommand
{
    /// <summary>How long a partition that was begun may take after the worker was asked to end; then it goes to another worker.</summary>
    private static readonly TimeSpan Drain = TimeSpan.FromSeconds(90);

    private static readonly TimeSpan AfterDrain = TimeSpan.FromSeconds(10);

    /// <summary>How long the process has from the signal to its end.</summary>
    public static TimeSpan Termination => Drain + AfterDrain + AfterDrain;

    /// <summary>The command.</summary>
    public static Command Command(SiteSettings settings)
    {
        var shared = new Option<string>("--shared") { Description = StreamOptions.SharedPlaces, Required = true };
        Option<int> parallel = StreamOptions.Parallel("Patients assessed at the same time.");
        var command = new Command("worker", "Answers partitions of runs that batch --queue hands out, until it is asked to end (SIGTERM, Ctrl+C). Takes the settings of the site, and --Cds:Store:PostgreSql=<connection>.")
        {
            shared, parallel, HelpWithExamples.Option("worker --shared /mnt/register --parallel 2", "worker --shared s3://hospital-register/runs"),
        };
        command.SetAction((parsed, token) => RunEnd.OfAsync(() => RunAsync(StreamOptions.SharedOf(parsed.GetValue(shared)!), parsed.GetValue(parallel), settings.Read(), token)));
        return command;
    }

    private static async Task<int> RunAsync(string shared, int parallel, CdsOptions options, CancellationToken token)
    {
        if (TimeZones.Find(options.TimeZone) is null) return Unusable($"Cds:TimeZone: '{options.TimeZone}' is no time zone.");
        if (options.Store.PostgreSql is not { } connection) return Unusable("Cds:Store:PostgreSql: a worker needs the database that the runs are handed out in.");
        if (!SharedPlace.IsThere(shared)) return Unusable($"--shared {shared}: no such folder, and no address of a bucket.");
        var runner = new PartitionRunner(SharedPlace.Open(shared, options), parallel, options, KnowledgeFiles.For(options)());
        GlobalConfiguration.Configuration.UseLogProvider(new ColouredConsoleLogProvider(Hangfire.Logging.LogLevel.Warn));
        WorkQueue queue = WorkQueue.Open(connection);
        using var server = new BackgroundJobServer(
            new BackgroundJobServerOptions
            {
                Queues = [WorkQueue.Name], WorkerCount = 1, Activator = new RunnerActivator(runner), StopTimeout = Drain, ShutdownTimeout = Drain + AfterDrain,
                SchedulePollingInterval = TimeSpan.FromSeconds(2),
            },
            queue.Storage);
        await Console.Error.WriteLineAsync("Waiting for partitions.");
        var ended = new TaskCompletionSource();
        await using CancellationTokenRegistration registration = token.Register(ended.SetResult);
        await ended.Task;
        server.SendStop();
        await server.WaitForShutdownAsync(CancellationToken.None);
        return BatchCommand.AllAnswered;
    }

    private static int Unusable(string why)
    {
        Console.Error.WriteLine(why);
        return RunEnd.Unusable;
    }

    private sealed class RunnerActivator(PartitionRunner runner) : JobActivator
    {
        public override object ActivateJob(Type jobType) => new PartitionJob(runner.RunAsync);
    }
}
