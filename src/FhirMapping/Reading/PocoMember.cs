namespace Cds.FhirMapping.Reading;

/// <summary>How the JSON value of a member becomes a value of a Firely class.</summary>
internal enum MemberKind
{
    /// <summary>A string: text, code, date, uri.</summary>
    Text,

    /// <summary>A decimal number.</summary>
    Decimal,

    /// <summary>A whole number of 32 bits.</summary>
    Integer,

    /// <summary>A truth value.</summary>
    Boolean,

    /// <summary>An object that is a data type or a part of a resource.</summary>
    Complex,

    /// <summary>A resource inside a resource.</summary>
    Resource,

    /// <summary>A member of FHIR that nothing is read from; its value is passed over.</summary>
    Skipped,

    /// <summary>A member that the lane leaves to Firely: it changes the meaning of what is around it, or has no plain form.</summary>
    Declined,
}

/// <summary>One JSON member of a FHIR class, and how it is put into the Firely object.</summary>
/// <param name="name">Its JSON name in UTF-8; of a choice the whole name (<c>valueQuantity</c>).</param>
/// <param name="index">Number of the property, the same for all forms of a choice: two of them are a repetition.</param>
/// <param name="kind">What its value is.</param>
internal sealed class PocoMember(byte[] name, int index, MemberKind kind)
{
    private PocoShape? _shape;

    public byte[] Name { get; } = name;

    public int Index { get; } = index;

    public MemberKind Kind { get; } = kind;

    /// <summary>Makes an empty value; not for resources, whose class stands in the JSON.</summary>
    public PocoMaker? Create { get; init; }

    /// <summary>Makes an empty list; null for a member that is no list.</summary>
    public PocoMaker? CreateList { get; init; }

    /// <summary>Puts the value, or the list of values, into the object.</summary>
    public PocoSetter? Set { get; init; }

    /// <summary>The class of the value.</summary>
    public Type? Type { get; init; }

    /// <summary>The members of a complex value. Looked up at first use: classes hold each other.</summary>
    public PocoShape Shape(PocoShapes shapes) => _shape ??= shapes.Of(Type!);
}
