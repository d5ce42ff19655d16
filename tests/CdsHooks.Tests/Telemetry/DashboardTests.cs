using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Cds.CdsHooks.Limits;
using Cds.CdsHooks.Tests.FhirAccess;
using Cds.CdsHooks.Tests.Hosting;
using Cds.CdsHooks.Tests.Samples;
using Cds.CdsHooks.Tests.Trust;
using Microsoft.Extensions.DependencyInjection;
using YamlDotNet.RepresentationModel;

namespace Cds.CdsHooks.Tests.Telemetry;

/// <summary>Dashboard and alerts name only what the service measures: a metric or dimension that was renamed would leave a panel empty and an alert silent.</summary>
public sealed partial class DashboardTests
{
    private static readonly string Folder = Path.Combine(Repository.Root, "docs", "operate");

    /// <summary>What the exporter and Prometheus add to every series.</summary>
    private static readonly string[] AlwaysThere = ["le", "job", "instance"];

    private static readonly string[] Words = ["by", "and", "or", "unless", "le", "e6"];

    [Fact]
    public async Task Every_metric_and_dimension_of_dashboard_and_alerts_is_measured()
    {
        using var measured = new MeasuredInstruments();
        await MeasureAsync();
        string[] dashboard = [.. DashboardQueries()], alerts = [.. AlertQueries()];
        Assert.True(dashboard.Length > 12 && alerts.Length > 8, "queries are not found any more");
        foreach (string query in dashboard.Concat(alerts))
        {
            Assert.Subset(measured.Names.ToHashSet(), MetricsOf(query));
            Assert.Subset(measured.Labels.Concat(AlwaysThere).ToHashSet(), LabelsOf(query));
        }
    }

    [Fact]
    public void A_metric_that_is_not_measured_would_be_seen()
    {
        const string Query = "sum by (cds_rule, le) (rate(cds_gone_total{job=\"x\", cds_outcome=~\"a|b\"}[5m])) / cds_bare > 0.5";
        Assert.Equal(new HashSet<string> { "cds_gone_total", "cds_bare" }, MetricsOf(Query));
        Assert.Equal(new HashSet<string> { "cds_rule", "le", "job", "cds_outcome" }, LabelsOf(Query));
    }

    /// <summary>One call of each kind that is measured with dimensions of its own.</summary>
    private static async Task MeasureAsync()
    {
        await using (FhirBench bench = await FhirBench.StartAsync())
        {
            await bench.CallAsync();
            await bench.Client.PostJsonAsync(HookRequests.PatientView + "/feedback", new JsonObject
            {
                ["feedback"] = new JsonArray(new JsonObject { ["card"] = "x", ["outcome"] = "overridden", ["outcomeTimestamp"] = "2026-11-20T08:15:30Z" }),
            });
        }

        await using ConfiguredService trusted = TrustedService.Start();
        await trusted.CreateClient().CallAsync((string?)null);
        trusted.Services.GetRequiredService<LimitMetrics>().Refused(Bound.BytesInFlight);
    }

    private static IEnumerable<string> DashboardQueries() => JsonDocument.Parse(File.ReadAllBytes(Path.Combine(Folder, "dashboard.json"))).RootElement
        .GetProperty("panels").EnumerateArray().SelectMany(panel => panel.GetProperty("targets").EnumerateArray()).Select(target => target.GetProperty("expr").GetString()!);

    private static IEnumerable<string> AlertQueries()
    {
        var yaml = new YamlStream();
        yaml.Load(new StringReader(File.ReadAllText(Path.Combine(Folder, "alerts.yaml"))));
        return yaml.Documents[0].AllNodes.OfType<YamlMappingNode>().Where(node => node.Children.ContainsKey("alert")).Select(rule => ((YamlScalarNode)rule["expr"]).Value!);
    }

    private static HashSet<string> MetricsOf(string query)
    {
        string rest = Selector().Replace(Grouping().Replace(query, " "), " ");
        rest = Range().Replace(rest, " ");
        return [.. Name().Matches(Function().Replace(rest, "(")).Select(name => name.Value).Except(Words)];
    }

    private static HashSet<string> LabelsOf(string query) =>
    [
        .. Grouping().Matches(query).SelectMany(group => Name().Matches(group.Groups[1].Value)).Select(name => name.Value),
        .. Selector().Matches(query).SelectMany(selector => Label().Matches(selector.Value)).Select(label => label.Groups[1].Value),
    ];

    [GeneratedRegex(@"\bby \(([^)]*)\)")]
    private static partial Regex Grouping();

    [GeneratedRegex(@"\{[^}]*\}")]
    private static partial Regex Selector();

    [GeneratedRegex(@"\[[^\]]*\]")]
    private static partial Regex Range();

    [GeneratedRegex(@"[a-z_]+\s*\(")]
    private static partial Regex Function();

    [GeneratedRegex("[a-z_][a-z0-9_]*")]
    private static partial Regex Name();

    [GeneratedRegex("([a-z_][a-z0-9_]*)(?:=|!=)")]
    private static partial Regex Label();
}
