using System.Text;

namespace Cds.CdsHooks.Batch.BulkData;

/// <summary>Counts the lines of answers as they pass: error lines begin as no assessment does.</summary>
internal sealed class AnswerLines
{
    private static readonly byte[] BeginOfError = Encoding.UTF8.GetBytes(BatchAssessor.BeginOfError);

    private int _seen;
    private bool _isError = true;

    /// <summary>How many so far.</summary>
    public BatchCounts Counts { get; private set; }

    /// <summary>The next bytes, wherever they are cut.</summary>
    public void Count(ReadOnlySpan<byte> bytes)
    {
        while (!bytes.IsEmpty)
        {
            // Every line is an object and longer than what error lines begin with.
            ReadOnlySpan<byte> head = bytes[..Math.Min(BeginOfError.Length - _seen, bytes.Length)];
            _isError &= head.SequenceEqual(BeginOfError.AsSpan(_seen, head.Length));
            _seen += head.Length;
            int end = bytes[head.Length..].IndexOf((byte)'\n');
            if (end < 0) return;
            Counts = Counts.Plus(_isError ? new BatchCounts(0, 1, 0) : new BatchCounts(1, 0, 0));
            (_seen, _isError) = (0, true);
            bytes = bytes[(head.Length + end + 1)..];
        }
    }
}
