using System.CommandLine;
using Cds.CdsHooks.Batch;
using Cds.CdsHooks.Batch.Queue;

namespace Cds.CdsHooks.Commands;

/// <summary>Options that several commands over many patients take.</summary>
internal static class StreamOptions
{
    /// <summary>Standard input or output in place of a file.</summary>
    public const string StandardStream = "-";

    private const int MostAtOnce = 256;

    /// <summary>Where the patients come from; standard input when left out.</summary>
    public static Option<string[]> Input(string description) => new("--input", "-i") { Description = description, DefaultValueFactory = _ => [StandardStream] };

    /// <summary>The place that all machines of a run see.</summary>
    public const string SharedPlaces = "Folder that all machines see, or bucket of an S3-compatible store (s3://bucket/prefix, https://server/bucket/prefix; credentials by AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY).";

    /// <summary>How many patients at the same time.</summary>
    public static Option<int> Parallel(string description)
    {
        var parallel = new Option<int>("--parallel", "-p") { Description = description, DefaultValueFactory = _ => Environment.ProcessorCount };
        parallel.Validators.Add(given =>
        {
            if (given.GetValueOrDefault<int>() is < 1 or > MostAtOnce) given.AddError($"--parallel: 1 to {MostAtOnce} are allowed.");
        });
        return parallel;
    }

    /// <summary>The inputs that the patterns name, as seen from where the command was typed.</summary>
    public static IReadOnlyList<BatchInput> Find(IEnumerable<string> patterns) => [.. patterns.SelectMany(pattern => BatchInput.Find(PathOf(pattern) ?? pattern))];

    /// <summary>The shared folder that a path names, as seen from where the command was typed; the address of a bucket as it is.</summary>
    public static string SharedOf(string typed) => BucketAddress.IsMeant(typed) ? typed : CallerPath.Of(typed);

    /// <summary>The file that a path names, as seen from where the command was typed; null for a standard stream.</summary>
    public static string? PathOf(string path) => path == StandardStream ? null : CallerPath.Of(path);
}
