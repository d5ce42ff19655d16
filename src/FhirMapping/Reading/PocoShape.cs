using System.Text;
using Hl7.Fhir.Introspection;
using Hl7.Fhir.Model;

namespace Cds.FhirMapping.Reading;

/// <summary>
/// The JSON members of one FHIR class, found by their UTF-8 name without making a string. Built from Firely's own description of the class, so that
/// there is no list of elements to keep.
/// </summary>
internal sealed class PocoShape
{
    /// <summary>Members are marked as seen in the bits of one word; a class with more properties is left to Firely.</summary>
    public const int MostProperties = 62;

    private readonly PocoMember?[] _table;
    private readonly int _mask;

    /// <param name="mapping">Firely's description of the class.</param>
    /// <param name="read">Names of the elements that are read; null for all.</param>
    public PocoShape(ClassMapping mapping, IReadOnlySet<string>? read)
    {
        var members = new List<PocoMember>();
        int index = 0;
        foreach (PropertyMapping property in mapping.PropertyMappings.Where(p => !p.RepresentsValueElement && p.NativeProperty is not null))
            members.AddRange(MembersOf(property, index++, read is null || read.Contains(property.Name)));
        int size = 16;
        while (size < members.Count * 3) size *= 2;
        _mask = size - 1;
        _table = new PocoMember?[size];
        foreach (PocoMember member in members) Insert(member);
    }

    /// <summary>The member of that name; null when the class has none.</summary>
    public PocoMember? Find(ReadOnlySpan<byte> name)
    {
        for (int at = Place(name); _table[at] is { } member; at = (at + 1) & _mask)
        {
            if (name.SequenceEqual(member.Name)) return member;
        }

        return null;
    }

    private void Insert(PocoMember member)
    {
        int at = Place(member.Name);
        while (_table[at] is not null) at = (at + 1) & _mask;
        _table[at] = member;
    }

    private int Place(ReadOnlySpan<byte> name)
    {
        unchecked
        {
            uint hash = (uint)name.Length;
            foreach (byte b in name) hash = (hash * 31) + b;
            return (int)((hash ^ (hash >> 15)) & (uint)_mask);
        }
    }

    private static IEnumerable<PocoMember> MembersOf(PropertyMapping property, int index, bool isRead)
    {
        // Both change what everything around them means; only the slow way looks at them.
        if (property.Name is "modifierExtension" or "implicitRules" || index > MostProperties) return [new PocoMember(Utf8(property.Name), index, MemberKind.Declined)];
        IEnumerable<(string Name, Type Type, MemberKind Kind)> forms = property.Choice switch
        {
            ChoiceType.ResourceChoice => [(property.Name, typeof(Resource), MemberKind.Resource)],
            ChoiceType.DatatypeChoice => property.FhirTypeMappings.Where(t => t.IsAbstract != true).Select(t => (ChoiceName(property.Name, t.Name), t.NativeType, KindOf(t.NativeType))),
            _ => [(property.Name, TypeOf(property), KindOf(TypeOf(property)))],
        };
        var set = new PocoSetter(property.NativeProperty!);
        PocoMaker? list = property.IsCollection ? PocoMaker.Of(property.NativeProperty!.PropertyType) : null;
        return forms.Select(form => isRead
            ? new PocoMember(Utf8(form.Name), index, form.Kind)
            {
                Type = form.Type,
                Set = set,
                CreateList = list,
                Create = form.Kind is MemberKind.Resource or MemberKind.Declined ? null : PocoMaker.Of(form.Type),
            }
            : new PocoMember(Utf8(form.Name), index, MemberKind.Skipped));
    }

    private static Type TypeOf(PropertyMapping property) => property.ImplementingType.IsAbstract ? property.FhirType[0] : property.ImplementingType;

    private static MemberKind KindOf(Type type)
    {
        if (type.IsAbstract || type == typeof(Integer64)) return MemberKind.Declined;
        if (!typeof(PrimitiveType).IsAssignableFrom(type)) return MemberKind.Complex;
        if (type == typeof(FhirDecimal)) return MemberKind.Decimal;
        if (type == typeof(Integer) || type == typeof(PositiveInt) || type == typeof(UnsignedInt)) return MemberKind.Integer;
        return type == typeof(FhirBoolean) ? MemberKind.Boolean : MemberKind.Text;
    }

    private static string ChoiceName(string element, string type) => element + char.ToUpperInvariant(type[0]) + type[1..];

    private static byte[] Utf8(string name) => Encoding.UTF8.GetBytes(name);
}
