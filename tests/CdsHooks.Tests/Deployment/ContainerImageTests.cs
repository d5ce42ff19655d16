using System.Globalization;
using System.Text.Json;
using Cds.CdsHooks.Tests.Samples;

namespace Cds.CdsHooks.Tests.Deployment;

/// <summary>What the SDK writes into the image is what manifests and compose file expect.</summary>
public sealed class ContainerImageTests
{
    [Fact]
    public async Task User_port_and_folder_of_records_agree_with_the_manifests()
    {
        JsonElement project = JsonDocument.Parse(await ShellCommand.RunAsync(
            "dotnet msbuild src/CdsHooks -getProperty:ContainerUser,ContainerRepository,ContainerFamily -getItem:ContainerPort,ContainerEnvironmentVariable")).RootElement;
        JsonElement properties = project.GetProperty("Properties"), items = project.GetProperty("Items");
        Assert.Equal(KubernetesManifests.User, properties.GetProperty("ContainerUser").GetString());
        Assert.StartsWith("registry.example.org/" + properties.GetProperty("ContainerRepository").GetString(), KubernetesManifests.Container.Image, StringComparison.Ordinal);
        Assert.Equal(KubernetesManifests.Container.Ports.Single().ContainerPort.ToString(CultureInfo.InvariantCulture), Identity(items, "ContainerPort"));
        string folder = items.GetProperty("ContainerEnvironmentVariable").EnumerateArray()
            .Single(variable => variable.GetProperty("Identity").GetString() == "Cds__Store__Folder").GetProperty("Value").GetString()!;
        Assert.Contains(folder, KubernetesManifests.Container.VolumeMounts.Select(mount => mount.MountPath));
    }

    private static string? Identity(JsonElement items, string name) => items.GetProperty(name).EnumerateArray().Single().GetProperty("Identity").GetString();
}
