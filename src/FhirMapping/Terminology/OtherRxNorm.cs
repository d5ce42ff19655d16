namespace Cds.FhirMapping.Terminology;

/// <summary>RxNorm concepts that are known to be another drug, or one of ours for the eye or the skin; a concept that is not listed may be anything.</summary>
internal sealed class OtherRxNorm
{
    private readonly int[] _concepts;

    private OtherRxNorm(int[] concepts) => _concepts = concepts;

    public static OtherRxNorm Read()
    {
        using Stream stream = typeof(OtherRxNorm).Assembly.GetManifestResourceStream("terminology/rxnorm-elsewhere.txt")!;
        using var reader = new StreamReader(stream);
        var concepts = new List<int>();
        while (reader.ReadLine() is { } line)
        {
            if (line.StartsWith('#')) continue;
            concepts.AddRange(line.Split(' ').Select(number => int.Parse(number, NumberStyles.None, CultureInfo.InvariantCulture)));
        }

        return new OtherRxNorm([.. concepts]);
    }

    public bool Contains(string concept) =>
        int.TryParse(concept, NumberStyles.None, CultureInfo.InvariantCulture, out int number) && Array.BinarySearch(_concepts, number) >= 0;
}
