using System.CommandLine;

namespace Cds.CdsHooks.Commands;

/// <summary>
/// The commands of the program. <c>serve</c> runs the service and is meant when no command is named; the others work on knowledge files or records, need no
/// setting of the server, and end. The switches of earlier versions (<c>--check-knowledge</c>) mean the command of the same name.
/// </summary>
internal static class CommandLine
{
    /// <summary>Exit code when the arguments make no sense.</summary>
    public const int WrongUse = 2;

    private const string Serve = "serve";

    private static readonly string[] EarlierSwitches = ["--check-knowledge", "--map-report", "--write-coverage", "--write-reference", "--new-fact"];

    private static readonly string[] Questions = ["--help", "-h", "-?", "--version"];

    /// <summary>The command that the arguments name; null when the service is to run. It writes to the console and answers the exit code.</summary>
    public static Func<TextWriter, int>? Find(IReadOnlyList<string> args)
    {
        if (WithoutValue(args) is { } setting) return output => RunEnd.Wrong(output, $"{setting}: the value is missing ({setting}=...).");
        if (args is [] or [Serve, ..]) return null;
        string first = args[0];
        if (EarlierSwitches.Contains(first)) return output => Run([first[2..], .. args.Skip(1)], output);
        bool isSetting = !Questions.Contains(first) && (first.StartsWith('-') || first.StartsWith('/') || first.Contains('='));
        return isSetting ? null : output => Run(args, output);
    }

    /// <summary>The settings that the service is started with: the arguments without the name of its command.</summary>
    public static string[] SettingsOfServe(string[] args) => args is [Serve, .. var settings] ? settings : args;

    /// <summary>A setting that .NET would leave out without a word, since nothing follows it.</summary>
    private static string? WithoutValue(IReadOnlyList<string> args) => args.Where((argument, place) =>
        argument.StartsWith("--", StringComparison.Ordinal) && argument.Contains(':', StringComparison.Ordinal) && !argument.Contains('=', StringComparison.Ordinal)
        && (place + 1 == args.Count || args[place + 1].StartsWith("--", StringComparison.Ordinal))).FirstOrDefault();

    private static int Run(IReadOnlyList<string> args, TextWriter output)
    {
        ParseResult parsed = Root(SiteSettings.Among(args)).Parse([.. args.Where(argument => !SiteSettings.IsSetting(argument))]);
        int exit = parsed.Invoke(new InvocationConfiguration { Output = output, Error = output, EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = WorkerCommand.Termination });
        return parsed.Errors.Count == 0 ? exit : WrongUse;
    }

    private static RootCommand Root(SiteSettings settings) => new("Myeloma CDS: decision support for multiple myeloma as a CDS Hooks service, and what goes with it.")
    {
        new Command(Serve, "Runs the service; meant when no command is named. Takes settings: serve --Cds:Url=http://localhost:5080."),
        KnowledgeCommands.Check(),
        MapReportCommand.Command(settings),
        KnowledgeCommands.WriteCoverage(),
        KnowledgeCommands.WriteReference(),
        KnowledgeCommands.NewFact(),
        BatchCommand.Command(settings),
        CompareCommand.Command(settings),
        SynthesizeCommand.Command(),
        ExportCommand.Command(settings),
        WorkerCommand.Command(settings),
    };
}
