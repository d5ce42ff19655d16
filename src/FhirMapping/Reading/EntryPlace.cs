namespace Cds.FhirMapping.Reading;

/// <summary>Where a resource stands in a request. The path is only put together for a note.</summary>
/// <param name="Bundle">JSON path of the Bundle, or of the resource itself.</param>
/// <param name="Index">Number of the entry; -1 when the resource is in none, -2 when <c>entry</c> is no list.</param>
internal readonly record struct EntryPlace(string Bundle, int Index)
{
    /// <summary>JSON path of the entry.</summary>
    public string Entry => Index switch
    {
        -1 => Bundle,
        -2 => Bundle + ".entry",
        _ => string.Create(CultureInfo.InvariantCulture, $"{Bundle}.entry[{Index}]"),
    };

    /// <summary>JSON path of the resource.</summary>
    public string Resource => Index == -1 ? Bundle : Entry + ".resource";
}
