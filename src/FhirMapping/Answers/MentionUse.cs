namespace Cds.FhirMapping.Answers;

/// <summary>What the bare mention of a finding in its own result says.</summary>
internal enum MentionUse
{
    /// <summary>Nothing: the name may be the label of the test.</summary>
    None,

    /// <summary>That it is there: "lytic lesion at T10".</summary>
    Present,

    /// <summary>A heavy chain; with a light chain it says that the protein is there.</summary>
    Heavy,

    /// <summary>A light chain; with a heavy chain it says that the protein is there.</summary>
    Light,
}
