using System.Collections;

namespace Cds.FhirMapping.DataTypes;

/// <summary>The units that came with a number, the most reliable first: the UCUM code, then the unit's text where it is another. A value: there are thousands.</summary>
internal readonly record struct UnitsAsSent : IReadOnlyList<string>
{
    private readonly string? _first;
    private readonly string? _second;

    private UnitsAsSent(string? first, string? second) => (_first, _second) = (first, second);

    /// <summary>No unit.</summary>
    public static UnitsAsSent None => default;

    /// <summary>How many: none, one or two.</summary>
    public int Count => _first is null ? 0 : _second is null ? 1 : 2;

    /// <inheritdoc />
    public string this[int index] => (index == 0 ? _first : index == 1 ? _second : null) ?? throw new ArgumentOutOfRangeException(nameof(index));

    /// <summary>A code and a text; either may be missing, and what stands twice stands once.</summary>
    public static UnitsAsSent Of(string? code, string? text) => code is null ? new(text, null) : new(code, text == code ? null : text);

    /// <inheritdoc />
    public IEnumerator<string> GetEnumerator()
    {
        for (int i = 0; i < Count; i++) yield return this[i];
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
