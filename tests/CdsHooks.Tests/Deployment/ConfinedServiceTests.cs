using System.Globalization;
using System.Runtime.Versioning;
using System.Text.Json.Nodes;
using Cds.CdsHooks.Tests.Hosting;
using Cds.CdsHooks.Tests.Samples;
using Cds.CdsHooks.Tests.Store;

namespace Cds.CdsHooks.Tests.Deployment;

/// <summary>The program that was built, confined as its container is: the user of the image, no privileges, a root file system that cannot be written, few descriptors, the heap of one gigabyte.</summary>
[UnsupportedOSPlatform("windows")]
public sealed class ConfinedServiceTests
{
    /// <summary>What .NET takes of a container's 1 GiB for its heap: three quarters.</summary>
    private const string HeapOfOneGibibyte = "0x30000000";

    private const long Gibibyte = 1L << 30;

    [Fact]
    public async Task It_answers_records_and_stays_within_its_memory()
    {
        using var folder = new TemporaryFolder();
        string records = Path.Combine(folder.Path, "records");
        Directory.CreateDirectory(records);
        File.SetUnixFileMode(folder.Path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute | UnixFileMode.OtherExecute);
        await using ServiceProcess service = await ServiceProcess.StartAsync(
            "Staging", Confined(records), [("Cds:Trust:Authentication", "Off"), ("Cds:Store:Folder", records)]);
        string status = await File.ReadAllTextAsync($"/proc/{service.Id}/status", TestContext.Current.CancellationToken);
        if (Environment.IsPrivilegedProcess) Assert.Contains($"Uid:\t{KubernetesManifests.User}\t{KubernetesManifests.User}", status, StringComparison.Ordinal);

        Assert.Equal(200, (await service.Client.GetAnswerAsync("/health/ready")).Status);
        string request = await File.ReadAllTextAsync(Path.Combine(Repository.Samples, "requests", "patient-view.json"), TestContext.Current.CancellationToken);
        for (int i = 0; i < 50; i++)
        {
            Answer answer = await service.Client.PostTextAsync(HookRequests.PatientView + "?asOf=2026-11-20", request);
            Assert.Equal(200, answer.Status);
            Assert.NotEqual(0, answer.Json.GetProperty("cards").GetArrayLength());
        }

        Assert.Equal(200, (await service.Client.PostJsonAsync(HookRequests.PatientView + "/feedback", new JsonObject
        {
            ["feedback"] = new JsonArray(new JsonObject { ["card"] = Guid.NewGuid().ToString(), ["outcome"] = "overridden", ["outcomeTimestamp"] = "2026-11-20T08:15:30Z" }),
        })).Status);
        Assert.InRange(await PeakAsync(service.Id), 1, Gibibyte);
        Assert.Equal(0, await service.TerminateAsync());
    }

    private static IReadOnlyList<string> Confined(string records)
    {
        // Without privileges the name space maps the user to root, and the rest of the confinement is the same.
        string become = Environment.IsPrivilegedProcess ? $"setpriv --reuid={KubernetesManifests.User} --regid={KubernetesManifests.User} --clear-groups --bounding-set=-all --inh-caps=-all --no-new-privs" : "setpriv --no-new-privs";
        string owner = Environment.IsPrivilegedProcess ? $",uid={KubernetesManifests.User},gid={KubernetesManifests.User},mode=0700" : "";
        string confine = $"mount --make-rprivate / && mount -t tmpfs -o size=64m{owner} records {records} && mount -o remount,bind,ro / && "
            + $"DOTNET_EnableDiagnostics=0 DOTNET_GCHeapHardLimit={HeapOfOneGibibyte} exec {become} prlimit --nofile=1024 \"$0\" \"$@\"";
        return [.. Environment.IsPrivilegedProcess ? ["unshare", "--mount"] : new[] { "unshare", "--map-root-user", "--mount" }, "sh", "-c", confine];
    }

    /// <summary>The most memory that the process ever had, in bytes.</summary>
    private static async Task<long> PeakAsync(int process)
    {
        string line = (await File.ReadAllLinesAsync($"/proc/{process}/status", TestContext.Current.CancellationToken)).Single(line => line.StartsWith("VmHWM:", StringComparison.Ordinal));
        return long.Parse(line.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture) * 1024;
    }
}
