using Cds.CdsHooks.Commands;
using Cds.CdsHooks.Tests.Samples;
using k8s;
using k8s.Models;

namespace Cds.CdsHooks.Tests.Deployment;

/// <summary>The manifests of workers and of the Job over files are valid for the Kubernetes API, as confined as the service, and call commands that exist.</summary>
public sealed class RegisterManifestTests
{
    private static readonly string Folder = Path.Combine(Repository.Root, "deploy", "kubernetes", "register");

    private static readonly V1PodSpec Worker = One<V1Deployment>("worker.yaml").Spec.Template.Spec;

    private static readonly V1Job Job = One<V1Job>("indexed-job.yaml");

    public static TheoryData<string> Pods => ["worker", "batch"];

    [Theory]
    [MemberData(nameof(Pods))]
    public void Pods_are_confined_as_those_of_the_service_are(string container)
    {
        V1PodSpec service = KubernetesManifests.Deployment.Spec.Template.Spec, pod = PodOf(container);
        Assert.Equal(KubernetesYaml.Serialize(service.SecurityContext), KubernetesYaml.Serialize(pod.SecurityContext));
        Assert.Equal(KubernetesYaml.Serialize(KubernetesManifests.Container.SecurityContext), KubernetesYaml.Serialize(pod.Containers.Single().SecurityContext));
        Assert.False(pod.AutomountServiceAccountToken);
        Assert.Equal(KubernetesManifests.Container.Image, pod.Containers.Single().Image);
        Assert.Equal(pod.Volumes.Select(volume => volume.Name), pod.Containers.Single().VolumeMounts.Select(mount => mount.Name));
        Assert.Equal(One<V1PersistentVolumeClaim>("volume.yaml").Metadata.Name, pod.Volumes.Single(volume => volume.PersistentVolumeClaim is not null).PersistentVolumeClaim.ClaimName);
        Assert.Equal(["ReadWriteMany"], One<V1PersistentVolumeClaim>("volume.yaml").Spec.AccessModes);
    }

    [Theory]
    [MemberData(nameof(Pods))]
    public void Arguments_are_those_of_a_command(string container)
    {
        using var output = new StringWriter();
        Assert.Equal(0, CommandLine.Find([.. PodOf(container).Containers.Single().Args, "--help"])!(output));
        foreach (string option in PodOf(container).Containers.Single().Args.Where(argument => argument.StartsWith("--", StringComparison.Ordinal))) Assert.Contains(option, output.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_worker_that_is_asked_to_end_has_the_time_that_it_takes() =>
        Assert.True(Worker.TerminationGracePeriodSeconds > WorkerCommand.Termination.TotalSeconds);

    [Fact]
    public void Each_pod_of_the_job_has_the_part_of_its_index_and_error_lines_do_not_make_it_run_again()
    {
        V1Container container = PodOf("batch").Containers.Single();
        Assert.Equal("Indexed", Job.Spec.CompletionMode);
        Assert.Equal(2, container.Args.Count(argument => argument.Contains($"$({container.Env.Single().Name})", StringComparison.Ordinal)));
        Assert.Contains("job-completion-index", container.Env.Single().ValueFrom.FieldRef.FieldPath, StringComparison.Ordinal);
        V1PodFailurePolicyRule rule = Job.Spec.PodFailurePolicy.Rules.Single();
        Assert.Equal("FailIndex", rule.Action);
        Assert.Equal(container.Name, rule.OnExitCodes.ContainerName);
        Assert.Equal([BatchCommand.SomeFailed, CommandLine.WrongUse], rule.OnExitCodes.Values);
    }

    [Fact]
    public void Nobody_reaches_the_pods_and_they_reach_names_and_the_database_only()
    {
        V1NetworkPolicy policy = One<V1NetworkPolicy>("network-policy.yaml");
        Assert.Equal(["Ingress", "Egress"], policy.Spec.PolicyTypes);
        Assert.Null(policy.Spec.Ingress);
        Assert.Equal(["53", "53", "5432"], policy.Spec.Egress.SelectMany(rule => rule.Ports).Select(port => port.Port.Value));
        foreach (V1ObjectMeta pod in new[] { One<V1Deployment>("worker.yaml").Spec.Template.Metadata, Job.Spec.Template.Metadata }) Assert.Equal(policy.Spec.PodSelector.MatchLabels, pod.Labels);
    }

    private static V1PodSpec PodOf(string container) => container == "worker" ? Worker : Job.Spec.Template.Spec;

    private static T One<T>(string file) => KubernetesYaml.LoadAllFromString(File.ReadAllText(Path.Combine(Folder, file)), strict: true).OfType<T>().Single();
}
