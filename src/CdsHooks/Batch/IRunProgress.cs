namespace Cds.CdsHooks.Batch;

/// <summary>Says how far a run is, until it is disposed of.</summary>
internal interface IRunProgress : IProgress<BatchCounts>, IDisposable
{
    /// <summary>A bar where somebody watches, lines now and then where they are kept.</summary>
    /// <param name="messages">Where it is said.</param>
    /// <param name="bytes">How many bytes there are to read; null when nobody knows.</param>
    /// <param name="unit">What is counted.</param>
    static IRunProgress Begin(TextWriter messages, long? bytes, string unit) =>
        ReferenceEquals(messages, Console.Error) && !Console.IsErrorRedirected
            ? new TerminalProgress(messages, bytes, unit, TimeProvider.System)
            : new BatchProgress(messages, bytes, unit, TimeProvider.System);
}
