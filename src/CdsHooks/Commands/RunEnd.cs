using System.Data.Common;
using Cds.Knowledge.Loading;

namespace Cds.CdsHooks.Commands;

/// <summary>How commands that work on files end where they cannot do their work: a line for each reason on standard error, and an exit code.</summary>
internal static class RunEnd
{
    /// <summary>Exit codes: input, output or knowledge could not be used; ended by the user.</summary>
    public const int Unusable = 3, Ended = 130;

    /// <summary>Runs a command, and answers its exit code or the one of what kept it from its work.</summary>
    /// <param name="run">The work.</param>
    /// <param name="ended">What is said when the user ended it.</param>
    public static async Task<int> OfAsync(Func<Task<int>> run, string ended = "Ended before all patients were answered.")
    {
        try
        {
            return await run();
        }
        catch (KnowledgeDefectsException exception)
        {
            foreach (KnowledgeDefect defect in exception.Defects) await Console.Error.WriteLineAsync(defect.ToString());
            return Unusable;
        }
        catch (OperationCanceledException)
        {
            await Console.Error.WriteLineAsync(ended);
            return Ended;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or DbException)
        {
            await Console.Error.WriteLineAsync(exception.Message);
            return Unusable;
        }
    }

    /// <summary>Says what of the arguments makes no sense.</summary>
    public static int Wrong(TextWriter messages, string what)
    {
        messages.WriteLine(what);
        return CommandLine.WrongUse;
    }
}
