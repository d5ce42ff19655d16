using System.Reflection;

namespace Cds.FhirMapping.Tests.Packages;

/// <summary><c>dotnet pack</c> gives packages that a .NET developer can use without this repository.</summary>
public sealed class PackTests
{
    public static TheoryData<string, string, string, string[]> Projects() => new()
    {
        { "Knowledge", "MyelomaCds.Knowledge", "Cds.Knowledge", ["YamlDotNet"] },
        { "FhirMapping", "MyelomaCds.FhirMapping", "Cds.FhirMapping", ["MyelomaCds.Knowledge", "Hl7.Fhir.R4"] },
    };

    [Theory]
    [MemberData(nameof(Projects))]
    public async Task A_package_holds_assembly_documentation_readme_and_symbols_and_names_what_it_needs(string project, string id, string assembly, string[] dependencies)
    {
        // What the tests were built with is packed; nothing is built or downloaded.
        string configuration = typeof(PackTests).Assembly.GetCustomAttribute<AssemblyConfigurationAttribute>()!.Configuration;
        DirectoryInfo output = Directory.CreateTempSubdirectory("pack-");
        try
        {
            await DotnetCommand.Run("pack", RepositoryRoot.PathOf($"src/{project}"), "--no-build", "-c", configuration, "-o", output.FullName);
            PackageFiles package = PackageFiles.Read(output.GetFiles("*.nupkg").Single().FullName);
            Assert.Equal((id, "Apache-2.0", "README.md"), (package.Of("id"), package.Of("license"), package.Of("readme")));
            Assert.NotEmpty(package.Of("description"));
            Assert.Contains($"# {id}", package.Readme, StringComparison.Ordinal);
            Assert.Superset(new HashSet<string> { "README.md", "NOTICE", $"lib/net10.0/{assembly}.dll", $"lib/net10.0/{assembly}.xml" }, package.Names.ToHashSet());
            Assert.Superset(dependencies.ToHashSet(), package.Dependencies.ToHashSet());
            Assert.DoesNotContain(package.Dependencies, dependency => dependency.Contains("Analyzers", StringComparison.Ordinal));
            Assert.Contains($"lib/net10.0/{assembly}.pdb", PackageFiles.Read(output.GetFiles("*.snupkg").Single().FullName).Names);
        }
        finally
        {
            output.Delete(recursive: true);
        }
    }
}
