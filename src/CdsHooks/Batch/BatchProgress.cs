namespace Cds.CdsHooks.Batch;

/// <summary>Says now and then, and at the end, how far a run is: patients, rate, error lines, and how long it will take where the size of the input is known.</summary>
internal sealed class BatchProgress : IRunProgress
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(5);

    private readonly TextWriter _output;
    private readonly TimeProvider _time;
    private readonly long? _bytes;
    private readonly string _unit;
    private readonly long _started;
    private long _said;
    private BatchCounts _counts;

    /// <summary>Begins to count.</summary>
    /// <param name="output">Where it is said.</param>
    /// <param name="bytes">How many bytes there are to read; null when nobody knows.</param>
    /// <param name="unit">What is counted.</param>
    /// <param name="time">Clock.</param>
    public BatchProgress(TextWriter output, long? bytes, string unit, TimeProvider time)
    {
        _output = output;
        _bytes = bytes;
        _unit = unit;
        _time = time;
        _started = _said = time.GetTimestamp();
    }

    /// <inheritdoc />
    public void Report(BatchCounts value)
    {
        _counts = value;
        if (_time.GetElapsedTime(_said) < Interval) return;
        _said = _time.GetTimestamp();
        Say(Rest());
    }

    /// <summary>Says how it ended.</summary>
    public void Dispose() => Say("");

    private string Rest()
    {
        if (_bytes is not { } bytes || _counts.BytesRead == 0) return "";
        TimeSpan rest = _time.GetElapsedTime(_started) * ((bytes - _counts.BytesRead) / (double)_counts.BytesRead);
        return string.Create(CultureInfo.InvariantCulture, $", {Math.Min(100, 100.0 * _counts.BytesRead / bytes):0} %, {Math.Max(0, rest.TotalSeconds):0} s left");
    }

    private void Say(string rest)
    {
        double seconds = Math.Max(_time.GetElapsedTime(_started).TotalSeconds, 0.001);
        long lines = _counts.Assessed + _counts.Failed;
        _output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{lines} {_unit}, {lines / seconds:0}/s, {_counts.Failed} error lines{rest}"));
    }
}
