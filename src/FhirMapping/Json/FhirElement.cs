using System.Globalization;
using System.Text.Json;

namespace Cds.FhirMapping.Json;

/// <summary>
/// A JSON value of a FHIR resource, read without ever throwing: a member that is absent, null or of another kind is an element that does not
/// exist. Strings that are no Unicode text (lone surrogates) do not exist either.
/// </summary>
internal readonly struct FhirElement(JsonElement json)
{
    private readonly JsonElement _json = json;

    /// <summary>The JSON value itself, for writing it again.</summary>
    public JsonElement Source => _json;

    /// <summary>Whether there is a value other than null.</summary>
    public bool Exists => _json.ValueKind is not (JsonValueKind.Undefined or JsonValueKind.Null);

    /// <summary>Whether the value is an object.</summary>
    public bool IsObject => _json.ValueKind == JsonValueKind.Object;

    /// <summary>The member of that name.</summary>
    public FhirElement this[string name]
    {
        get
        {
            if (_json.ValueKind != JsonValueKind.Object) return default;
            try
            {
                return _json.TryGetProperty(name, out JsonElement member) ? new FhirElement(member) : default;
            }
            catch (InvalidOperationException)
            {
                // A member name of this object is no valid Unicode text; none of its members can be looked up by name.
                return default;
            }
        }
    }

    /// <summary>The entries of an array; the value itself when a sender wrote one entry without brackets; nothing when absent.</summary>
    public IEnumerable<FhirElement> Items
    {
        get
        {
            if (_json.ValueKind != JsonValueKind.Array)
            {
                if (Exists) yield return this;
                yield break;
            }

            foreach (JsonElement item in _json.EnumerateArray()) yield return new FhirElement(item);
        }
    }

    /// <summary>The first entry of <see cref="Items"/>.</summary>
    public FhirElement First => Items.FirstOrDefault();

    /// <summary>The text of a string, trimmed; null when there is none.</summary>
    public string? Text
    {
        get
        {
            if (_json.ValueKind != JsonValueKind.String) return null;
            try
            {
                string? text = _json.GetString()?.Trim();
                return string.IsNullOrEmpty(text) ? null : text;
            }
            catch (InvalidOperationException)
            {
                // Lone surrogates: the bytes are JSON but no text.
                return null;
            }
        }
    }

    /// <summary>The number, also when it was written as a string; null when there is none or it is beyond the range of decimals.</summary>
    public decimal? Number => _json.ValueKind switch
    {
        JsonValueKind.Number => _json.TryGetDecimal(out decimal value) ? value : null,
        JsonValueKind.String => decimal.TryParse(Text, NumberStyles.Float, CultureInfo.InvariantCulture, out decimal value) ? value : null,
        _ => null,
    };

    /// <summary>The truth value; null when there is none.</summary>
    public bool? Boolean => _json.ValueKind switch
    {
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        _ => null,
    };

    /// <summary>The JSON as written.</summary>
    public string Raw => _json.ValueKind == JsonValueKind.Undefined ? "" : _json.GetRawText();
}
