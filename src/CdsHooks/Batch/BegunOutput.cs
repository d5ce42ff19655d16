using System.Text.Json;
using Cds.CdsHooks.Batch.BulkData;

namespace Cds.CdsHooks.Batch;

/// <summary>
/// How far a run over Bundles came before it was broken off, also by a kill. Each line of the input has one line in the output, so that it goes on after as many. What the
/// run is about is noted beside the output until it is complete.
/// </summary>
/// <param name="State">The run; one that goes on keeps the moment at which it began.</param>
/// <param name="Answered">Lines that stand in the output.</param>
/// <param name="Patients">Whom they are about.</param>
internal sealed record BegunOutput(RunState State, BatchCounts Answered, RepeatedPatients Patients)
{
    private const int BufferBytes = 1024 * 1024;

    /// <summary>Finds how far the run is, or begins it. What another run left is thrown away.</summary>
    /// <param name="file">The output.</param>
    /// <param name="wanted">The run that is wanted.</param>
    /// <exception cref="IOException">The output cannot be written.</exception>
    public static BegunOutput Find(string file, RunState wanted)
    {
        string partial = BatchOutput.Partial(file);
        var patients = new RepeatedPatients();
        if (File.Exists(partial) && RunState.Read(NoteOf(file)) is { } begun && begun.IsRunOf(wanted)) return new BegunOutput(begun, KeepWholeLines(partial, patients), patients);
        File.Delete(partial);
        wanted.Write(NoteOf(file));
        return new BegunOutput(wanted, default, patients);
    }

    /// <summary>The run is complete.</summary>
    public static void Forget(string file) => File.Delete(NoteOf(file));

    private static string NoteOf(string file) => file + ".run";

    private static BatchCounts KeepWholeLines(string partial, RepeatedPatients patients)
    {
        using var stream = new FileStream(partial, FileMode.Open, FileAccess.ReadWrite, FileShare.None, 0);
        var lines = new AnswerLines(patients);
        byte[] buffer = new byte[BufferBytes];
        long at = 0, end = 0;
        for (int read; (read = stream.Read(buffer)) > 0; at += read)
        {
            lines.Count(buffer.AsSpan(0, read));
            int last = buffer.AsSpan(0, read).LastIndexOf((byte)'\n');
            if (last >= 0) end = at + last + 1;
        }

        stream.SetLength(end);
        return lines.Counts;
    }
}
