using System.Runtime.CompilerServices;

namespace Cds.CdsHooks.Batch.BulkData;

/// <summary>A FHIR Bulk Data export: NDJSON files of resources, a type a file, in several parts.</summary>
/// <param name="inputs">The files.</param>
/// <param name="longest">Longest line in bytes.</param>
internal sealed class BulkExport(IReadOnlyList<BatchInput> inputs, int longest)
{
    /// <summary>Whether files hold resources of patients rather than a Bundle a line: the first line says so.</summary>
    public static async Task<bool> IsAsync(IReadOnlyList<BatchInput> inputs, int longest, CancellationToken token)
    {
        // Standard input can be read once only, and takes Bundles.
        if (inputs.Any(input => input.File is null)) return false;
        await foreach (InputLine line in LineReader.ReadAllAsync(inputs, longest, 0, token))
        {
            using (line)
            {
                if (line.Fault is null && BulkLine.Read(line.Bytes.Span) is { Fault: null }) return true;
                return false;
            }
        }

        return false;
    }

    /// <summary>The resources that are somebody's, and the drugs that records refer to.</summary>
    /// <param name="report">Told of lines that cannot be used: where, and why.</param>
    /// <param name="token">Ends the reading.</param>
    public async IAsyncEnumerable<BulkResource> ReadAsync(Action<string, string> report, [EnumeratorCancellation] CancellationToken token = default)
    {
        await foreach (InputLine line in LineReader.ReadAllAsync(inputs, longest, 0, token))
        {
            using (line)
            {
                if (line.Fault is { } fault)
                {
                    report(line.Source, fault);
                    continue;
                }

                BulkLine read = BulkLine.Read(line.Bytes.Span);
                if (read.Fault is { } unusable) report(line.Source, unusable);
                else yield return new BulkResource(read, line.Bytes.ToArray());
            }
        }
    }
}
