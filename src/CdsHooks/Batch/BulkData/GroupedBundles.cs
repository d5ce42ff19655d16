namespace Cds.CdsHooks.Batch.BulkData;

/// <summary>Puts the resources of a patient together as the Bundle that <c>/assessments</c> would get.</summary>
internal static class GroupedBundles
{
    private static ReadOnlySpan<byte> Begin => """{"resourceType":"Bundle","type":"collection","entry":["""u8;

    private static ReadOnlySpan<byte> BeginEntry => """{"resource":"""u8;

    private static ReadOnlySpan<byte> End => "]}"u8;

    /// <summary>A Bundle for each patient; one that would be longer than a request may be is a fault.</summary>
    public static IAsyncEnumerable<InputLine> Of(IEnumerable<PatientGroup> patients, int longest) => patients.Select(patient => Bundle(patient, longest)).ToAsyncEnumerable();

    private static InputLine Bundle(PatientGroup patient, int longest)
    {
        // Each entry ends with a brace, and with a comma when another follows.
        long length = Begin.Length + End.Length + patient.Resources.Sum(resource => (long)BeginEntry.Length + resource.Length + 2) - 1;
        string source = "Patient/" + patient.Patient;
        if (length > longest) return new InputLine(source, string.Create(CultureInfo.InvariantCulture, $"the patient's record is longer than {longest} bytes (Cds:MaxBodyBytes)"));
        return InputLine.Write(source, (int)length, target =>
        {
            Span<byte> rest = Put(target.Span, Begin);
            for (int i = 0; i < patient.Resources.Count; i++)
            {
                rest = Put(rest, BeginEntry);
                rest = Put(rest, patient.Resources[i]);
                rest = Put(rest, i < patient.Resources.Count - 1 ? "},"u8 : "}"u8);
            }

            Put(rest, End);
        });
    }

    private static Span<byte> Put(Span<byte> target, ReadOnlySpan<byte> bytes)
    {
        bytes.CopyTo(target);
        return target[bytes.Length..];
    }
}
