namespace Cds.FhirMapping.Terminology;

/// <summary>What the codes of a value set may be used for; the first word of its id says so.</summary>
internal enum ValueSetUse
{
    /// <summary>Recognised, and drafts are written with them.</summary>
    Always,

    /// <summary><c>worded-...</c>: shared codes that stand for the target only when one of its words is beside them.</summary>
    WithWords,

    /// <summary><c>product-...</c>: products (form, strength, pack); recognised, but a draft names the substance, whose dose it is free to choose.</summary>
    Product,
}
