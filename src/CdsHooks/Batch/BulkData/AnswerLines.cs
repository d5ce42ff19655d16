using System.Text;

namespace Cds.CdsHooks.Batch.BulkData;

/// <summary>Counts the lines of answers as they pass: error lines begin as no assessment does.</summary>
/// <param name="patients">The patients of the lines.</param>
internal sealed class AnswerLines(RepeatedPatients patients)
{
    private static readonly byte[] BeginOfError = Encoding.UTF8.GetBytes(BatchAssessor.BeginOfError);

    private readonly byte[] _head = new byte[RepeatedPatients.HeadBytes];
    private int _held;

    /// <summary>How many so far.</summary>
    public BatchCounts Counts { get; private set; }

    /// <summary>The next bytes, wherever they are cut.</summary>
    public void Count(ReadOnlySpan<byte> bytes)
    {
        while (!bytes.IsEmpty)
        {
            int end = bytes.IndexOf((byte)'\n');
            ReadOnlySpan<byte> head = bytes[..Math.Min(_head.Length - _held, end < 0 ? bytes.Length : end)];
            head.CopyTo(_head.AsSpan(_held));
            _held += head.Length;
            if (end < 0) return;
            ReadOnlySpan<byte> line = _head.AsSpan(0, _held);
            bool isError = line.StartsWith(BeginOfError);
            Counts = Counts.Plus(new BatchCounts(isError ? 0 : 1, isError ? 1 : 0, 0) { Repeated = patients.Repeats(line) ? 1 : 0 });
            _held = 0;
            bytes = bytes[(end + 1)..];
        }
    }
}
