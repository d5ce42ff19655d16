using Cds.CdsHooks.Configuration;
using Cds.CdsHooks.FhirAccess;
using Cds.CdsHooks.Store;
using Cds.CdsHooks.Telemetry;
using Cds.CdsHooks.Tests.Samples;
using Cds.CdsHooks.Trust;
using k8s.Models;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using YamlDotNet.RepresentationModel;

namespace Cds.CdsHooks.Tests.Deployment;

/// <summary>The settings of the compose file and the manifests are settings of the service, with values that it takes in production.</summary>
public sealed class DeployedSettingsTests
{
    private const string Key = "Cds__Store__PatientKey";

    private static readonly string AnyKey = Convert.ToBase64String(new byte[32]);

    [Fact]
    public void Those_of_Kubernetes() => Assert.Equal("https://cds.example.org", Read(
        KubernetesManifests.All().OfType<V1ConfigMap>().Single().Data
            .Concat(KubernetesManifests.All().OfType<V1Secret>().Single().StringData.Select(entry => entry.Key == Key ? KeyValuePair.Create(Key, AnyKey) : entry))).PublicBaseUrl);

    [Fact]
    public void Those_of_the_compose_file()
    {
        var yaml = new YamlStream();
        yaml.Load(new StringReader(File.ReadAllText(Path.Combine(Repository.Root, "deploy", "compose.yaml"))));
        var environment = (YamlMappingNode)yaml.Documents[0].RootNode["x-instance"]["environment"];
        CdsOptions options = Read(environment.Children.Select(entry => KeyValuePair.Create(entry.Key.ToString(), Filled(entry.Value.ToString()))));
        Assert.Equal("https://cds.example.org", options.PublicBaseUrl);
        Assert.Contains("Password=secret", options.Store.PostgreSql!, StringComparison.Ordinal);
    }

    /// <summary>As the compose file is filled from the example.</summary>
    private static string Filled(string value)
    {
        string[] example = File.ReadAllLines(Path.Combine(Repository.Root, "deploy", "env.example"));
        foreach (string line in example.Where(line => line.Contains('=', StringComparison.Ordinal) && line[0] != '#'))
        {
            string name = line.Split('=')[0], given = line[(name.Length + 1)..];
            string filled = given.Length > 0 ? given : name == "CDS_PATIENT_KEY" ? AnyKey : "secret";
            int start = value.IndexOf("${" + name + ":", StringComparison.Ordinal);
            if (start >= 0) value = value[..start] + filled + value[(value.IndexOf('}', start) + 1)..];
        }

        return value;
    }

    private static CdsOptions Read(IEnumerable<KeyValuePair<string, string>> variables)
    {
        WebApplicationBuilder builder = WebApplication.CreateBuilder(new WebApplicationOptions { EnvironmentName = "Production" });
        builder.Configuration.AddInMemoryCollection(variables.Select(variable => KeyValuePair.Create(variable.Key.Replace("__", ":", StringComparison.Ordinal), (string?)variable.Value)));
        builder.AddCdsConfiguration();
        builder.AddTelemetry();
        builder.Services.AddClientTrust();
        builder.Services.AddFhirAccess();
        builder.Services.AddRecordStore();
        using ServiceProvider services = builder.Services.BuildServiceProvider();
        return services.GetRequiredService<IOptions<CdsOptions>>().Value;
    }
}
