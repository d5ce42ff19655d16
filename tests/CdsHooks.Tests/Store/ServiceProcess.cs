using System.Diagnostics;
using System.Globalization;
using Cds.CdsHooks.Tests.Hosting;

namespace Cds.CdsHooks.Tests.Store;

/// <summary>The service as a process of its own, as an operator starts it, on a free port of the loopback address.</summary>
internal sealed class ServiceProcess : OtherProcess
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    private readonly Task<string> _errors;

    private ServiceProcess(Process process)
        : base(process, Patience) => _errors = process.StandardError.ReadToEndAsync();

    public HttpClient Client { get; } = new();

    /// <summary>Starts it and waits until it listens.</summary>
    public static Task<ServiceProcess> StartAsync(string environment, params (string Key, string Value)[] settings) => StartAsync(environment, [], settings);

    /// <summary>Starts it by another program, which confines it.</summary>
    public static async Task<ServiceProcess> StartAsync(string environment, IReadOnlyList<string> wrapper, (string Key, string Value)[] settings)
    {
        ServiceProcess service = Launch(environment, wrapper, settings);
        string url = await service.ReadAddressAsync().WaitAsync(Patience);
        service.Client.BaseAddress = new Uri(url);
        return service;
    }

    /// <summary>Starts it so that <see cref="LimitFilesAsync"/> makes writes fail, as a full disk does, and not the process end.</summary>
    public static async Task<ServiceProcess> StartLimitableAsync(string environment, params (string Key, string Value)[] settings)
    {
        ServiceProcess service = Launch(environment, ["bash", "-c", "trap '' XFSZ; exec \"$@\"", "limitable"], settings);
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
        await using ServiceProcess service = Launch(environment, [], settings);
        await service.Running.WaitForExitAsync().WaitAsync(Patience);
        return (service.Running.ExitCode, await service._errors);
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        Client.Dispose();
    }

    private static ServiceProcess Launch(string environment, IReadOnlyList<string> wrapper, (string Key, string Value)[] settings)
    {
        string[] command =
        [
            .. wrapper, "dotnet", Path.Combine(AppContext.BaseDirectory, "Cds.CdsHooks.dll"), "--Cds:Url=http://127.0.0.1:0", .. settings.Select(setting => $"--{setting.Key}={setting.Value}"),
        ];
        var start = new ProcessStartInfo(command[0], command[1..]) { RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = AppContext.BaseDirectory };
        start.Environment["ASPNETCORE_ENVIRONMENT"] = environment;

        // Generated code would be mapped from a file, which a limit of file sizes would forbid too.
        if (wrapper.Count > 0) start.Environment["DOTNET_EnableWriteXorExecute"] = "0";
        return new ServiceProcess(Process.Start(start)!);
    }

    private async Task<string> ReadAddressAsync()
    {
        const string Announced = "Discovery", Path = "/cds-services";
        while (await Running.StandardOutput.ReadLineAsync() is { } line)
        {
            if (!line.StartsWith(Announced, StringComparison.Ordinal)) continue;
            // Whatever else it says has to be read, or it would wait for room in the pipe.
            _ = Running.StandardOutput.ReadToEndAsync();
            return line[Announced.Length..].Trim()[..^Path.Length];
        }

        throw new InvalidOperationException("The service ended: " + await _errors);
    }
}
