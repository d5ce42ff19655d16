using Cds.CdsHooks.Tests.Samples;
using YamlDotNet.RepresentationModel;

namespace Cds.CdsHooks.Tests.Deployment;

/// <summary>The compose file: two instances that differ in nothing, confined as in Kubernetes, behind the proxy whose configuration the tests of two instances run.</summary>
public sealed class ComposeTests
{
    private static readonly string Folder = Path.Combine(Repository.Root, "deploy");

    private static readonly YamlMappingNode Services = (YamlMappingNode)Read()["services"];

    [Fact]
    public void Both_instances_are_confined_like_the_pods()
    {
        Assert.Equal(["cds-1", "cds-2", "database", "proxy"], Services.Children.Keys.Select(key => key.ToString()));
        Assert.Equal(Services["cds-1"], Services["cds-2"]);
        var instance = (YamlMappingNode)Services["cds-1"];
        Assert.Equal($"{KubernetesManifests.User}:{KubernetesManifests.User}", instance["user"].ToString());
        Assert.Equal("true", instance["read_only"].ToString());
        Assert.Equal("ALL", instance["cap_drop"][0].ToString());
        Assert.Equal("no-new-privileges:true", instance["security_opt"][0].ToString());
        Assert.Equal("1g", instance["deploy"]["resources"]["limits"]["memory"].ToString());
    }

    [Fact]
    public void The_proxy_knows_both_instances_and_reads_the_configuration_of_this_folder()
    {
        string proxy = File.ReadAllText(Path.Combine(Folder, "nginx.conf"));
        foreach (string instance in new[] { "cds-1:8080", "cds-2:8080" }) Assert.Contains($"server {instance} ", proxy, StringComparison.Ordinal);
        Assert.Contains("./nginx.conf:/etc/nginx/nginx.conf:ro", Services["proxy"]["volumes"].ToString()!, StringComparison.Ordinal);
        Assert.Contains("listen 8443 ssl;", proxy, StringComparison.Ordinal);
        Assert.Equal("443:8443", Services["proxy"]["ports"][0].ToString());
    }

    [Fact]
    public void Every_variable_stands_in_the_example_and_none_else()
    {
        string compose = File.ReadAllText(Path.Combine(Folder, "compose.yaml"));
        IEnumerable<string> asked = compose.Split("${").Skip(1).Select(rest => rest[..rest.IndexOf(':', StringComparison.Ordinal)]).Distinct().Order(StringComparer.Ordinal);
        IEnumerable<string> given = File.ReadLines(Path.Combine(Folder, "env.example")).Where(line => line.Contains('=', StringComparison.Ordinal) && line[0] != '#').Select(line => line.Split('=')[0]);
        Assert.Equal(asked, given.Order(StringComparer.Ordinal));
    }

    private static YamlMappingNode Read()
    {
        var yaml = new YamlStream();
        yaml.Load(new YamlDotNet.Core.MergingParser(new YamlDotNet.Core.Parser(new StringReader(File.ReadAllText(Path.Combine(Folder, "compose.yaml"))))));
        return (YamlMappingNode)yaml.Documents[0].RootNode;
    }
}
