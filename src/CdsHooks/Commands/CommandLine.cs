using Cds.CdsHooks.LocalKnowledge;

namespace Cds.CdsHooks.Commands;

/// <summary>Commands that do something with the knowledge files instead of running the service.</summary>
internal static class CommandLine
{
    private const int WrongUse = 2;

    /// <summary>The command that the arguments name; null when the service is to run. It writes to the console and answers the exit code.</summary>
    public static Func<TextWriter, int>? Find(IReadOnlyList<string> args) => args switch
    {
        ["--check-knowledge"] => output => KnowledgeCheck.Run(null, output),
        ["--check-knowledge", var folder] => output => KnowledgeCheck.Run(folder, output),
        ["--write-coverage", var file] => output => CoverageFile.Write(file, output),
        ["--check-knowledge" or "--write-coverage", ..] => output =>
        {
            output.WriteLine("Usage: --check-knowledge [overlay folder] | --write-coverage <file>");
            return WrongUse;
        },
        _ => null,
    };
}
