using Spectre.Console;

namespace Cds.CdsHooks.Batch;

/// <summary>Shows on a terminal how far a run is: a bar where the size of the input is known, patients, rate, error lines, and how long it will take.</summary>
internal sealed class TerminalProgress : IRunProgress
{
    private readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Task _showing;
    private readonly TimeProvider _time;
    private readonly string _unit;
    private readonly long _started;
    private readonly ProgressTask _task;

    /// <summary>Begins to show.</summary>
    /// <param name="output">The terminal.</param>
    /// <param name="bytes">How many bytes there are to read; null when nobody knows.</param>
    /// <param name="unit">What is counted.</param>
    /// <param name="time">Clock.</param>
    public TerminalProgress(TextWriter output, long? bytes, string unit, TimeProvider time)
    {
        _unit = unit;
        _time = time;
        _started = time.GetTimestamp();
        var begun = new TaskCompletionSource<ProgressTask>();
        IAnsiConsole console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(output) });
        ProgressColumn[] columns = bytes is null ? [new SpinnerColumn(), new TaskDescriptionColumn()] : [new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new RemainingTimeColumn()];
        _showing = console.Progress().Columns(columns).StartAsync(async context =>
        {
            begun.SetResult(context.AddTask(unit, maxValue: bytes ?? double.MaxValue));
            await _ended.Task;
        });
        _task = begun.Task.GetAwaiter().GetResult();
    }

    /// <inheritdoc />
    public void Report(BatchCounts value)
    {
        long lines = value.Assessed + value.Failed;
        double seconds = Math.Max(_time.GetElapsedTime(_started).TotalSeconds, 0.001);
        _task.Description = string.Create(CultureInfo.InvariantCulture, $"{lines} {_unit}, {lines / seconds:0}/s, {value.Failed} error lines");
        _task.Value = Math.Min(value.BytesRead, _task.MaxValue);
    }

    /// <summary>Leaves what was said last.</summary>
    public void Dispose()
    {
        _task.StopTask();
        _ended.TrySetResult();
        _showing.GetAwaiter().GetResult();
    }
}
