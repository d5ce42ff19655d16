using System.Globalization;
using Cds.CdsHooks.Tests.Samples;
using k8s;
using k8s.Models;

namespace Cds.CdsHooks.Tests.Deployment;

/// <summary>The manifests of <c>deploy/kubernetes</c> as objects of the Kubernetes API, read strictly: a member that the API does not know is an error.</summary>
internal static class KubernetesManifests
{
    public static readonly string Folder = Path.Combine(Repository.Root, "deploy", "kubernetes");

    private const string Kustomization = "kustomization.yaml";

    public static V1Deployment Deployment { get; } = All().OfType<V1Deployment>().Single();

    public static V1Container Container { get; } = Deployment.Spec.Template.Spec.Containers.Single();

    /// <summary>Number of the user that the pods run as.</summary>
    public static string User { get; } = Deployment.Spec.Template.Spec.SecurityContext.RunAsUser!.Value.ToString(CultureInfo.InvariantCulture);

    /// <summary>Every object of every file.</summary>
    public static IEnumerable<object> All() => Files().SelectMany(file => KubernetesYaml.LoadAllFromString(File.ReadAllText(Path.Combine(Folder, file)), strict: true));

    /// <summary>The files, the list of them left out.</summary>
    public static IEnumerable<string> Files() => Directory.GetFiles(Folder, "*.yaml").Select(file => Path.GetFileName(file)!).Where(file => file != Kustomization).Order(StringComparer.Ordinal);
}
