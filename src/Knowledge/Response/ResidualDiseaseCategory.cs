namespace Cds.Knowledge.Response;

/// <summary>Categories of measurable residual disease (jsh-2023 Table 7), from the worst to the deepest.</summary>
internal enum ResidualDiseaseCategory
{
    /// <summary>Abnormal or clonal plasma cells.</summary>
    Positive,

    /// <summary>None by next-generation flow cytometry.</summary>
    FlowNegative,

    /// <summary>None by sequencing.</summary>
    SequencingNegative,

    /// <summary>Neither in the marrow nor in PET/CT.</summary>
    ImagingPlusNegative,

    /// <summary>Neither for a year or more.</summary>
    SustainedNegative,
}
