using ArchUnitNET.Domain;
using ArchUnitNET.Loader;
using Cds.FhirMapping;
using Cds.Knowledge;

namespace Cds.CdsHooks.Tests.Architecture;

/// <summary>Folders use each other only in the direction that docs/architecture.md declares, read from the compiled code.</summary>
public sealed class FolderDirectionTests
{
    public static TheoryData<string> Projects => ["Cds.Knowledge", "Cds.FhirMapping", "Cds.CdsHooks"];

    [Theory]
    [MemberData(nameof(Projects))]
    public void Folders_use_only_what_stands_on_their_line_or_above(string project)
    {
        var declared = DeclaredFolders.Of(project);
        string[] against =
        [
            .. Uses(project).Where(use => !declared.Allows(use.Folder, use.Used))
                .Select(use => $"{use.Folder} must not use {use.Used}: {use.Type} uses {use.UsedType}").Distinct().Order(),
        ];
        Assert.True(against.Length == 0, string.Join('\n', against));
    }

    [Theory]
    [MemberData(nameof(Projects))]
    public void Every_folder_has_its_place_and_every_place_its_folder(string project)
    {
        var declared = DeclaredFolders.Of(project);
        HashSet<string> folders = [.. Types(project).Select(type => Folder(project, type.Namespace.FullName))];
        Assert.DoesNotContain(folders, folder => !declared.Has(folder));
        Assert.DoesNotContain(declared.Levels.Keys.Concat(declared.MeetingPoints), place => !folders.Contains(place));
    }

    [Fact]
    public void A_use_against_the_direction_would_be_seen()
    {
        Assert.Contains(Uses("Cds.Knowledge"), use => use is { Folder: "Criteria", Used: "Values" });
        Assert.False(DeclaredFolders.Of("Cds.Knowledge").Allows("Values", "Criteria"));
    }

    private static IEnumerable<(string Folder, string Used, string Type, string UsedType)> Uses(string project) =>
        from type in Types(project)
        from dependency in type.Dependencies
        let used = dependency.Target
        where used is not GenericParameter && IsOf(project, used) && !IsWrittenByTheCompiler(used)
        let folders = (User: Folder(project, type.Namespace.FullName), Used: Folder(project, used.Namespace.FullName))
        where folders.User != folders.Used
        select (folders.User, folders.Used, type.Name, used.Name);

    private static IEnumerable<IType> Types(string project) => Loaded.Value.Types.Where(type => IsOf(project, type) && !IsWrittenByTheCompiler(type));

    private static bool IsOf(string project, IType type) =>
        type.Namespace is { FullName: var name } && (name == project || name.StartsWith(project + '.', StringComparison.Ordinal));

    private static bool IsWrittenByTheCompiler(IType type) => type.Name.StartsWith('<');

    private static string Folder(string project, string name) => name.Length == project.Length ? "" : name[(project.Length + 1)..].Split('.')[0];

    private static readonly Lazy<ArchUnitNET.Domain.Architecture> Loaded = new(() => new ArchLoader().LoadAssemblies(Assemblies).Build());

    private static System.Reflection.Assembly[] Assemblies => [typeof(KnowledgeBase).Assembly, typeof(PatientFactsReader).Assembly, typeof(Program).Assembly];
}
