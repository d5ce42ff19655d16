namespace Cds.FhirMapping.Answers;

/// <summary>Whether the name of a diagnosis or allergy states it, or says that it is not (yet) one of this patient.</summary>
internal enum FindingAssertion
{
    /// <summary>The text names the thing and nothing speaks against it.</summary>
    Stated,

    /// <summary>"No known allergy to aspirin", 骨髄腫否定.</summary>
    Denied,

    /// <summary>"Rule out myeloma", 多発性骨髄腫の疑い.</summary>
    Suspected,

    /// <summary>"History of", 既往: it was so.</summary>
    Past,

    /// <summary>"Family history of myeloma", 母: it is somebody else's.</summary>
    OfRelative,
}
