using Cds.CdsHooks.Configuration;

namespace Cds.CdsHooks.Commands;

/// <summary>Commands that do something with knowledge files or bundles instead of running the service.</summary>
internal static class CommandLine
{
    private const int WrongUse = 2;

    /// <summary>The command that the arguments name; null when the service is to run. It writes to the console and answers the exit code.</summary>
    public static Func<TextWriter, int>? Find(IReadOnlyList<string> args) => args switch
    {
        ["--check-knowledge"] => output => KnowledgeCheck.Run(null, Today, output),
        ["--check-knowledge", var folder] => output => KnowledgeCheck.Run(FromCaller(folder), Today, output),
        ["--write-coverage", var file] => output => CoverageFile.Write(FromCaller(file), output),
        ["--write-reference", var folder] => output => ReferenceFiles.Write(FromCaller(folder), output),
        ["--new-fact", ..] => output => NewFact.Write([.. args.Skip(1)], FromCaller("."), output),
        ["--map-report", ..] => output => MapReportCommand.Run(
            [.. args.Where(argument => !IsSetting(argument)).Select(FromCaller)], Settings(args.Skip(1)), args.Contains(MapReportCommand.Validate), output),
        ["--check-knowledge" or "--write-coverage" or "--write-reference", ..] => output =>
        {
            output.WriteLine("Usage: --check-knowledge [overlay folder] | --write-coverage <file> | --write-reference <docs folder> | --new-fact <id> ...");
            return WrongUse;
        },
        _ => null,
    };

    private static DateOnly Today => DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime);

    private static bool IsSetting(string argument) => argument.StartsWith("--", StringComparison.Ordinal);

    /// <summary>The settings of the service as its own start would read them, from file, environment and these arguments.</summary>
    private static CdsOptions Settings(IEnumerable<string> arguments)
    {
        var options = new CdsOptions();
        new ConfigurationBuilder()
            .AddJsonFile(Path.Combine(StartUp.ContentRoot ?? Environment.CurrentDirectory, "appsettings.json"), optional: true)
            .AddEnvironmentVariables()
            .AddCommandLine([.. arguments.Where(argument => IsSetting(argument) && argument != MapReportCommand.Validate)])
            .Build()
            .GetSection(CdsOptions.Section).Bind(options);
        return options;
    }

    /// <summary>
    /// A path as seen from where the command was typed: <c>dotnet run --project</c> starts the process in the folder of the project, and only the shell's
    /// own variable still knows the other.
    /// </summary>
    private static string FromCaller(string path)
    {
        string folder = Environment.GetEnvironmentVariable("PWD") is { Length: > 0 } typed && Directory.Exists(typed) ? typed : Environment.CurrentDirectory;
        return Path.IsPathRooted(path) ? path : Path.GetRelativePath(Environment.CurrentDirectory, Path.GetFullPath(path, folder));
    }
}
