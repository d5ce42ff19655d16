using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace Cds.CdsHooks.Commands;

/// <summary>The help of a command, with examples behind it.</summary>
internal sealed class HelpWithExamples : SynchronousCommandLineAction
{
    private readonly HelpAction _help = new();
    private readonly string[] _examples;

    private HelpWithExamples(string[] examples) => _examples = examples;

    /// <summary>The option <c>--help</c> of a command with these examples.</summary>
    public static HelpOption Option(params string[] examples) => new() { Action = new HelpWithExamples(examples) };

    /// <inheritdoc />
    public override int Invoke(ParseResult parseResult)
    {
        int exit = _help.Invoke(parseResult);
        TextWriter output = parseResult.InvocationConfiguration.Output;
        output.WriteLine("Examples:");
        foreach (string example in _examples) output.WriteLine("  " + example);
        return exit;
    }
}
