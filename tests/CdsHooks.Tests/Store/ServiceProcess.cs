using System.Diagnostics;
using System.Globalization;

namespace Cds.CdsHooks.Tests.Store;

/// <summary>The service as a process of its own, as an operator starts it, on a free port of the loopback address.</summary>
internal sealed class ServiceProcess : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);

    private readonly Process _process;
    private readonly Task<string> _errors;

    private ServiceProcess(Process process)
    {
        _process = process;
        _errors = process.StandardError.ReadToEndAsync();
    }

    public HttpClient Client { get; } = new();

    /// <summary>Id of the process.</summary>
    public int Id => _process.Id;

    /// <summary>Starts it and waits until it listens.</summary>
    public static async Task<ServiceProcess> StartAsync(string environment, params (string Key, string Value)[] settings)
    {
        ServiceProcess service = Launch(environment, settings);
        string url = await service.ReadAddressAsync().WaitAsync(Patience);
        service.Client.BaseAddress = new Uri(url);
        return service;
    }

    /// <summary>Starts it so that <see cref="LimitFilesAsync"/> makes writes fail, as a full disk does, and not the process end.</summary>
    public static async Task<ServiceProcess> StartLimitableAsync(string environment, params (string Key, string Value)[] settings)
    {
        ServiceProcess service = Launch(environment, settings, "bash", "-c", "trap '' XFSZ; exec dotnet \"$@\"", "dotnet");
        service.Client.BaseAddress = new Uri(await service.ReadAddressAsync().WaitAsync(Patience));
        return service;
    }

    /// <summary>Lets its files grow to a number of bytes, or without limit.</summary>
    public async Task LimitFilesAsync(long? bytes)
    {
        using Process limit = Process.Start("prlimit", [$"--pid={Id}", $"--fsize={bytes?.ToString(CultureInfo.InvariantCulture) ?? "unlimited"}:unlimited"]);
        await limit.WaitForExitAsync();
        Assert.Equal(0, limit.ExitCode);
    }

    /// <summary>Starts it and waits until it has ended by itself.</summary>
    public static async Task<(int ExitCode, string Errors)> RunToEndAsync(string environment, params (string Key, string Value)[] settings)
    {
        await using ServiceProcess service = Launch(environment, settings);
        await service._process.WaitForExitAsync().WaitAsync(Patience);
        return (service._process.ExitCode, await service._errors);
    }

    /// <summary>Ends it as <c>kill -9</c> does: nothing of it runs any more.</summary>
    public async Task KillAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited) await KillAsync();
        _process.Dispose();
        Client.Dispose();
    }

    private static ServiceProcess Launch(string environment, (string Key, string Value)[] settings, string program = "dotnet", params string[] before)
    {
        var start = new ProcessStartInfo(program, before) { RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = AppContext.BaseDirectory };
        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "Cds.CdsHooks.dll"));
        start.ArgumentList.Add("--Cds:Url=http://127.0.0.1:0");
        foreach ((string key, string value) in settings) start.ArgumentList.Add($"--{key}={value}");
        start.Environment["ASPNETCORE_ENVIRONMENT"] = environment;

        // Generated code would be mapped from a file, which a limit of file sizes would forbid too.
        if (before.Length > 0) start.Environment["DOTNET_EnableWriteXorExecute"] = "0";
        return new ServiceProcess(Process.Start(start)!);
    }

    private async Task<string> ReadAddressAsync()
    {
        const string Announced = "Discovery", Path = "/cds-services";
        while (await _process.StandardOutput.ReadLineAsync() is { } line)
        {
            if (!line.StartsWith(Announced, StringComparison.Ordinal)) continue;
            // Whatever else it says has to be read, or it would wait for room in the pipe.
            _ = _process.StandardOutput.ReadToEndAsync();
            return line[Announced.Length..].Trim()[..^Path.Length];
        }

        throw new InvalidOperationException("The service ended: " + await _errors);
    }
}
