using System.Text.RegularExpressions;

namespace Cds.CdsHooks.Batch.Queue;

/// <summary>What the files of a run are called in the place that all machines see. The names say nothing of patients, nor of the files that they come from.</summary>
internal sealed partial record RunFiles
{
    private RunFiles(string run) => Run = run;

    /// <summary>Name of the run, which stands in the queue.</summary>
    public string Run { get; }

    /// <summary>What workers have to know of the run; where it is not, the run has ended.</summary>
    public string Plan => Run + "/run.json";

    /// <summary>Names for a new run.</summary>
    public static RunFiles New() => new($"cds-run-{Guid.NewGuid():N}");

    /// <summary>Names for a run that stands in the queue, or in a plan.</summary>
    /// <exception cref="InvalidOperationException">It is no name of a run.</exception>
    public static RunFiles Of(string run) => NameOfRun().IsMatch(run) ? new RunFiles(run) : throw new InvalidOperationException("The queue names something else than a run.");

    /// <summary>The patients of a partition.</summary>
    /// <param name="partition">Number.</param>
    /// <param name="part">What it holds.</param>
    public string Patients(int partition, QueuedPart part) => Name("in", partition, part switch { { Input: null } => ".parquet", { IsPacked: true } => ".ndjson.gz", _ => ".ndjson" });

    /// <summary>The answers of a partition.</summary>
    public string Answers(int partition) => Name("out", partition, ".ndjson");

    /// <summary>What the register keeps of the patients of a partition; complete when the answers are.</summary>
    public string Entries(int partition) => Name("register", partition, ".ndjson");

    private string Name(string what, int partition, string ending) => string.Create(CultureInfo.InvariantCulture, $"{Run}/{what}-{partition:00000}{ending}");

    [GeneratedRegex("^cds-run-[0-9a-f]{32}$", RegexOptions.CultureInvariant)]
    private static partial Regex NameOfRun();
}
