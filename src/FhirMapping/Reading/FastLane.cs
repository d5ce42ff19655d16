using System.Text;
using System.Text.Json;
using Hl7.Fhir.Model;

namespace Cds.FhirMapping.Reading;

/// <summary>
/// Reads a resource from UTF-8 straight into Firely's classes. It takes plain FHIR JSON only and gives up at anything else (an unknown or repeated
/// member, another kind of value, an empty list or text, extensions of primitives, <c>modifierExtension</c>): such a resource is left to Firely, which
/// says what is wrong. For what it takes the result is the one Firely gives; tests hold the two against each other. Not thread-safe.
/// </summary>
internal sealed class FastLane(PocoShapes shapes)
{
    private const ulong TypeSeen = 1UL << 63;
    private const int PoolSize = 512;
    private const int LongestPooled = 64;

    private readonly string?[] _pool = new string?[PoolSize];

    /// <summary>
    /// Reads one resource. The reader stands on its opening brace; on success it stands on the closing one, otherwise somewhere inside and is of no
    /// further use.
    /// </summary>
    /// <returns>The resource; null when it is not plain FHIR JSON.</returns>
    public Resource? TryRead(ref Utf8JsonReader reader)
    {
        try
        {
            return TryResource(ref reader);
        }
        catch (JsonException)
        {
            // Broken JSON or deeper than FHIR goes: whoever reads it the slow way says where.
            return null;
        }
    }

    private Resource? TryResource(ref Utf8JsonReader reader)
    {
        if (TypeOf(reader) is not { } type || shapes.Resource(type) is not { } known) return null;
        Resource resource = (Resource)known.Maker.Make();
        return Fill(ref reader, resource, known.Shape, isResource: true) ? resource : null;
    }

    /// <summary>Looks ahead for the type: it usually comes first but need not.</summary>
    private string? TypeOf(Utf8JsonReader ahead)
    {
        while (ahead.Read() && ahead.TokenType == JsonTokenType.PropertyName)
        {
            bool isType = ahead.ValueTextEquals("resourceType"u8);
            if (!ahead.Read()) return null;
            if (isType) return ahead.TokenType == JsonTokenType.String && !ahead.ValueIsEscaped ? Text(ref ahead) : null;
            ahead.Skip();
        }

        return null;
    }

    private bool Fill(ref Utf8JsonReader reader, Base target, PocoShape shape, bool isResource)
    {
        ulong seen = 0;
        bool any = false;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (reader.ValueIsEscaped) return false;
            PocoMember? member = shape.Find(reader.ValueSpan);
            if (member is null)
            {
                if (!isResource || (seen & TypeSeen) != 0 || !reader.ValueTextEquals("resourceType"u8)) return false;
                seen |= TypeSeen;
                reader.Skip();
                continue;
            }

            if (member.Kind == MemberKind.Declined || (seen & (1UL << member.Index)) != 0) return false;
            seen |= 1UL << member.Index;
            any = true;
            if (!reader.Read() || !Put(ref reader, target, member)) return false;
        }

        return any && reader.TokenType == JsonTokenType.EndObject;
    }

    private bool Put(ref Utf8JsonReader reader, Base target, PocoMember member)
    {
        if (member.Kind == MemberKind.Skipped)
        {
            // Null is no plain FHIR JSON, whatever the member.
            if (reader.TokenType == JsonTokenType.Null) return false;
            reader.Skip();
            return true;
        }

        if (member.CreateList is null)
        {
            if (Value(ref reader, member) is not { } value) return false;
            member.Set!.Set(target, value);
            return true;
        }

        if (reader.TokenType != JsonTokenType.StartArray) return false;
        System.Collections.IList list = (System.Collections.IList)member.CreateList.Make();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            if (Value(ref reader, member) is not { } item) return false;
            list.Add(item);
        }

        if (list.Count == 0) return false;
        member.Set!.Set(target, list);
        return true;
    }

    private Base? Value(ref Utf8JsonReader reader, PocoMember member)
    {
        switch (member.Kind)
        {
            case MemberKind.Complex:
                if (reader.TokenType != JsonTokenType.StartObject) return null;
                var complex = (Base)member.Create!.Make();
                return Fill(ref reader, complex, member.Shape(shapes), isResource: false) ? complex : null;
            case MemberKind.Resource:
                return reader.TokenType == JsonTokenType.StartObject ? TryResource(ref reader) : null;
            case MemberKind.Text:
                return reader.TokenType == JsonTokenType.String && Text(ref reader) is { Length: > 0 } text ? Primitive(member, text) : null;
            case MemberKind.Decimal:
                return reader.TokenType == JsonTokenType.Number && reader.TryGetDecimal(out decimal number) ? Primitive(member, number) : null;
            case MemberKind.Integer:
                return reader.TokenType == JsonTokenType.Number && reader.TryGetInt32(out int whole) ? Primitive(member, whole) : null;
            case MemberKind.Boolean:
                return reader.TokenType is JsonTokenType.True or JsonTokenType.False ? Primitive(member, reader.GetBoolean()) : null;
            default:
                throw new InvalidOperationException($"Members of kind {member.Kind} have no value. Add the new kind to FastLane.");
        }
    }

    private static PrimitiveType Primitive(PocoMember member, object value)
    {
        var primitive = (PrimitiveType)member.Create!.Make();
        primitive.JsonValue = value;
        return primitive;
    }

    /// <summary>The text of a string; short ones are shared, since codes, systems and units recur. Null when it is no Unicode text.</summary>
    private string? Text(ref Utf8JsonReader reader)
    {
        ReadOnlySpan<byte> bytes = reader.ValueSpan;
        if (reader.ValueIsEscaped || bytes.Length > LongestPooled)
        {
            try
            {
                return reader.GetString();
            }
            catch (InvalidOperationException)
            {
                // Lone surrogates: JSON, but no text.
                return null;
            }
        }

        ref string? place = ref _pool[Place(bytes)];
        if (place is { } known && known.Length == bytes.Length && Ascii.Equals(bytes, known)) return known;
        return place = Encoding.UTF8.GetString(bytes);
    }

    private static int Place(ReadOnlySpan<byte> bytes)
    {
        unchecked
        {
            uint hash = (uint)bytes.Length;
            foreach (byte b in bytes) hash = (hash * 31) + b;
            return (int)((hash ^ (hash >> 9)) & (PoolSize - 1));
        }
    }
}
