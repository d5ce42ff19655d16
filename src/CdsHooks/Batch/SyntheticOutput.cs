using Cds.FhirMapping.Synthesis;

namespace Cds.CdsHooks.Batch;

/// <summary>Writes synthetic patients as exports look: a Bundle a line, or a file for each type of resource.</summary>
internal static class SyntheticOutput
{
    /// <summary>NDJSON of Bundles.</summary>
    public static async Task WriteBundlesAsync(SyntheticPopulation population, int count, Stream output, CancellationToken token)
    {
        using var line = new MemoryStream();
        for (int number = 0; number < count; number++)
        {
            line.SetLength(0);
            line.Write("""{"resourceType":"Bundle","type":"collection","entry":["""u8);
            bool first = true;
            foreach (SyntheticResource resource in population.Patient(number))
            {
                line.Write(first ? "{\"resource\":"u8 : ",{\"resource\":"u8);
                line.Write(resource.Json.Span);
                line.Write("}"u8);
                first = false;
            }

            line.Write("]}\n"u8);
            await output.WriteAsync(line.GetBuffer().AsMemory(0, (int)line.Length), token);
        }
    }

    /// <summary>FHIR Bulk Data: <c>Patient.ndjson</c>, <c>Observation.ndjson</c> and so on in a folder.</summary>
    public static async Task WriteBulkAsync(SyntheticPopulation population, int count, string folder, CancellationToken token)
    {
        Directory.CreateDirectory(folder);
        var files = new Dictionary<string, Stream>(StringComparer.Ordinal);
        try
        {
            for (int number = 0; number < count; number++)
            {
                foreach (SyntheticResource resource in population.Patient(number))
                {
                    if (!files.TryGetValue(resource.Type, out Stream? file))
                        files.Add(resource.Type, file = new FileStream(Path.Combine(folder, resource.Type + ".ndjson"), FileMode.Create, FileAccess.Write, FileShare.Read, 128 * 1024));
                    await file.WriteAsync(resource.Json, token);
                    file.WriteByte((byte)'\n');
                }
            }
        }
        finally
        {
            foreach (Stream file in files.Values) await file.DisposeAsync();
        }
    }
}
