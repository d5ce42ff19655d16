namespace Cds.FhirMapping.Cytogenetics;

/// <summary>The abnormalities that ISCN texts and genomic variants name, by the fact that each is.</summary>
internal static class Abnormality
{
    public const string T414 = "t-4-14", T1114 = "t-11-14", T1416 = "t-14-16", T1420 = "t-14-20";

    public const string Del1P = "del-1p", Del13Q = "del-13q", Del17P = "del-17p", Gain1Q = "gain-1q";
}
