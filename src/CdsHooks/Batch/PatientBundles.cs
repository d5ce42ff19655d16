using System.Runtime.CompilerServices;
using Cds.CdsHooks.Batch.BulkData;

namespace Cds.CdsHooks.Batch;

/// <summary>A Bundle of each patient of some inputs, whether they hold Bundles or an export that has to be grouped first.</summary>
/// <param name="inputs">The inputs.</param>
/// <param name="longest">Longest line, and longest record of a patient, in bytes.</param>
internal sealed class PatientBundles(IReadOnlyList<BatchInput> inputs, int longest)
{
    /// <summary>Reads them. An export is grouped in a temporary folder that goes away at the end.</summary>
    public async IAsyncEnumerable<InputLine> ReadAsync([EnumeratorCancellation] CancellationToken token = default)
    {
        if (!await BulkExport.IsAsync(inputs, longest, token))
        {
            await foreach (InputLine line in LineReader.ReadAllAsync(inputs, longest, 0, token)) yield return line;
            yield break;
        }

        DirectoryInfo folder = Directory.CreateTempSubdirectory("cds-export-");
        try
        {
            var faults = new List<InputLine>();
            using var groups = PatientGroups.Open(folder.FullName);
            await groups.FillAsync(new BulkExport(inputs, longest).ReadAsync((source, fault) => faults.Add(new InputLine(source, fault)), token), partitions: 1, token);
            foreach (InputLine fault in faults) yield return fault;
            await foreach (InputLine bundle in GroupedBundles.Of(groups.Partition(0), longest).WithCancellation(token)) yield return bundle;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
