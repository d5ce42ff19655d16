using System.Text.RegularExpressions;
using k8s;
using k8s.Models;

namespace Cds.CdsHooks.Tests.Deployment;

/// <summary>The manifests are valid for the Kubernetes API, fit each other, and confine the service as the image and its limits expect.</summary>
public sealed partial class KubernetesManifestTests
{
    private static readonly KeyValuePair<string, string> Label = new("app.kubernetes.io/name", "myeloma-cds");

    private static V1PodSpec Pod => KubernetesManifests.Deployment.Spec.Template.Spec;

    [Fact]
    public void Every_file_is_valid_and_listed()
    {
        Assert.Equal(
            ["HorizontalPodAutoscaler", "ConfigMap", "Deployment", "PodDisruptionBudget", "Ingress", "Ingress", "Namespace", "NetworkPolicy", "Secret", "Service"],
            KubernetesManifests.All().Cast<IKubernetesObject>().Select(one => one.Kind));
        string listed = File.ReadAllText(Path.Combine(KubernetesManifests.Folder, "kustomization.yaml"));
        Assert.Equal(
            KubernetesManifests.Files().Where(file => !file.Contains(".example.", StringComparison.Ordinal)),
            Listed().Matches(listed).Select(match => match.Groups[1].Value).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_member_that_the_API_does_not_know_is_an_error() =>
        Assert.ThrowsAny<Exception>(() => KubernetesYaml.LoadAllFromString("apiVersion: v1\nkind: Service\nmetadata: { name: x }\nspec: { selektor: { a: b } }\n", strict: true));

    [Fact]
    public void All_parts_select_the_pods_of_the_deployment()
    {
        Assert.Contains(Label, KubernetesManifests.Deployment.Spec.Template.Metadata.Labels);
        Assert.Equal([Label], KubernetesManifests.Deployment.Spec.Selector.MatchLabels);
        Assert.Equal([Label], One<V1Service>().Spec.Selector);
        Assert.Equal([Label], One<V1PodDisruptionBudget>().Spec.Selector.MatchLabels);
        Assert.Equal([Label], One<V1NetworkPolicy>().Spec.PodSelector.MatchLabels);
        Assert.Equal([Label], Pod.TopologySpreadConstraints.Single().LabelSelector.MatchLabels);
        V2HorizontalPodAutoscaler autoscaler = One<V2HorizontalPodAutoscaler>();
        Assert.Equal(("Deployment", KubernetesManifests.Deployment.Metadata.Name), (autoscaler.Spec.ScaleTargetRef.Kind, autoscaler.Spec.ScaleTargetRef.Name));
        Assert.Null(KubernetesManifests.Deployment.Spec.Replicas);
        Assert.True(autoscaler.Spec.MinReplicas > Convert.ToInt32(One<V1PodDisruptionBudget>().Spec.MinAvailable.Value, null), "nothing could ever be drained");
    }

    [Fact]
    public void Ports_and_configuration_lead_to_the_container()
    {
        string port = KubernetesManifests.Container.Ports.Single().Name;
        Assert.Equal(port, One<V1Service>().Spec.Ports.Single().TargetPort.Value);
        Assert.Equal(port, One<V1NetworkPolicy>().Spec.Ingress.Single().Ports.Single().Port.Value);
        Assert.Equal(
            [One<V1ConfigMap>().Metadata.Name, One<V1Secret>().Metadata.Name],
            KubernetesManifests.Container.EnvFrom.Select(source => source.ConfigMapRef?.Name ?? source.SecretRef.Name));
        Assert.Equal(Pod.Volumes.Select(volume => volume.Name), KubernetesManifests.Container.VolumeMounts.Select(mount => mount.Name));
    }

    [Fact]
    public void The_pages_that_hold_a_patient_keep_their_instance_and_hooks_do_not()
    {
        V1Ingress[] ingresses = [.. KubernetesManifests.All().OfType<V1Ingress>()];
        Assert.All(ingresses.SelectMany(ingress => ingress.Spec.Rules).SelectMany(rule => rule.Http.Paths), path =>
        {
            Assert.Equal(One<V1Service>().Metadata.Name, path.Backend.Service.Name);
            Assert.Equal(One<V1Service>().Spec.Ports.Single().Name, path.Backend.Service.Port.Name);
        });
        Assert.All(ingresses, ingress => Assert.Equal("11m", ingress.Metadata.Annotations["nginx.ingress.kubernetes.io/proxy-body-size"]));
        V1Ingress kept = Assert.Single(ingresses, ingress => ingress.Metadata.Annotations.ContainsKey("nginx.ingress.kubernetes.io/affinity"));
        Assert.Equal(["/app", "/sandbox", "/launch"], kept.Spec.Rules.Single().Http.Paths.Select(path => path.Path));
    }

    [Fact]
    public void The_service_is_confined()
    {
        V1SecurityContext security = KubernetesManifests.Container.SecurityContext;
        Assert.True(Pod.SecurityContext.RunAsNonRoot);
        Assert.True(security.ReadOnlyRootFilesystem);
        Assert.False(security.AllowPrivilegeEscalation);
        Assert.Equal(["ALL"], security.Capabilities.Drop);
        Assert.Equal("RuntimeDefault", Pod.SecurityContext.SeccompProfile.Type);
        Assert.False(Pod.AutomountServiceAccountToken);
        Assert.Equal(["Ingress", "Egress"], One<V1NetworkPolicy>().Spec.PolicyTypes);
    }

    [Fact]
    public void Probes_ask_where_the_service_answers_and_a_stop_leaves_time()
    {
        V1Container container = KubernetesManifests.Container;
        Assert.Equal(["/health/live", "/health/live", "/health/ready"], new[] { container.StartupProbe, container.LivenessProbe, container.ReadinessProbe }.Select(probe => probe.HttpGet.Path));
        // The host waits 30 s for calls under way.
        Assert.True(Pod.TerminationGracePeriodSeconds >= container.Lifecycle.PreStop.Sleep.Seconds + 30);
        Assert.Equal("1Gi", container.Resources.Limits["memory"].ToString());
    }

    private static T One<T>() => KubernetesManifests.All().OfType<T>().Single();

    [GeneratedRegex(@"^  - (\S+)$", RegexOptions.Multiline)]
    private static partial Regex Listed();
}
