using System.CommandLine;

namespace Cds.CdsHooks.Commands;

/// <summary>The commands of those who write or check knowledge.</summary>
internal static class KnowledgeCommands
{
    /// <summary><c>check-knowledge [folder]</c>.</summary>
    public static Command Check()
    {
        var overlay = new Argument<string?>("overlay") { Description = "Folder with the site's own entries on top of those that ship.", Arity = ArgumentArity.ZeroOrOne };
        var command = new Command("check-knowledge", "Reads all knowledge, lists every defect as file:line: what, and runs all vignettes.") { overlay };
        command.SetAction(parsed => KnowledgeCheck.Run(
            parsed.GetValue(overlay) is { } folder ? CallerPath.Of(folder) : null, Today, parsed.InvocationConfiguration.Output));
        return command;
    }

    /// <summary><c>write-coverage file</c>.</summary>
    public static Command WriteCoverage()
    {
        var file = new Argument<string>("file") { Description = "The page, docs/knowledge/coverage.md in the repository." };
        var command = new Command("write-coverage", "Writes what of the documents is computed, mentioned or absent.") { file };
        command.SetAction(parsed => CoverageFile.Write(CallerPath.Of(parsed.GetValue(file)!), parsed.InvocationConfiguration.Output));
        return command;
    }

    /// <summary><c>write-reference docs</c>.</summary>
    public static Command WriteReference()
    {
        var folder = new Argument<string>("docs") { Description = "The folder docs of the repository." };
        var command = new Command("write-reference", "Writes what authors look up: the page of criteria and the editor schema.") { folder };
        command.SetAction(parsed => ReferenceFiles.Write(CallerPath.Of(parsed.GetValue(folder)!), parsed.InvocationConfiguration.Output));
        return command;
    }

    /// <summary><c>new-fact id --like fact</c>.</summary>
    public static Command NewFact()
    {
        var id = new Argument<string>("id") { Description = "Id of the new fact: ferritin." };
        var like = new Option<string>("--like") { Description = "The fact that it is like: its windows are taken over.", Required = true };
        var unit = new Option<string?>("--unit") { Description = "Canonical UCUM unit." };
        var loinc = new Option<string?>("--loinc") { Description = "LOINC code." };
        var rule = new Option<string?>("--rule") { Description = "Conclusion or recommendation that a vignette is added to." };
        var command = new Command("new-fact", "Writes the places that a new laboratory fact needs, with FILL IN where only an author knows.") { id, like, unit, loinc, rule };
        command.SetAction(parsed => Commands.NewFact.Write(
            new NewFactRequest(parsed.GetValue(id)!, parsed.GetValue(like)!, parsed.GetValue(unit), parsed.GetValue(loinc), parsed.GetValue(rule)),
            CallerPath.Of("."), parsed.InvocationConfiguration.Output));
        return command;
    }

    private static DateOnly Today => DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime);
}
