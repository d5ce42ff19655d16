namespace Cds.CdsHooks.Tests.Batch.Queue;

/// <summary>Variables in the environment of this process, and of those that it starts, until it is disposed of.</summary>
internal sealed class ProcessEnvironment : IDisposable
{
    private readonly Dictionary<string, string?> _before;

    public ProcessEnvironment(IReadOnlyDictionary<string, string> variables)
    {
        _before = variables.Keys.ToDictionary(name => name, Environment.GetEnvironmentVariable, StringComparer.Ordinal);
        foreach ((string name, string value) in variables) Environment.SetEnvironmentVariable(name, value);
    }

    public void Dispose()
    {
        foreach ((string name, string? value) in _before) Environment.SetEnvironmentVariable(name, value);
    }
}
