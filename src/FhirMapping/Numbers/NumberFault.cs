namespace Cds.FhirMapping.Numbers;

/// <summary>Why a text gives no number.</summary>
internal enum NumberFault
{
    /// <summary>No number begins where one should: other words stand there, or there is no digit at all.</summary>
    NoNumber,

    /// <summary>Several numbers that are no range: a date, a time, a ratio, a list.</summary>
    SeveralNumbers,

    /// <summary>Only about so much (<c>約</c>, <c>ca.</c>, <c>~</c>).</summary>
    Approximate,

    /// <summary>A comma, point or space in the number can be read in two ways, or in none.</summary>
    Separator,

    /// <summary>Comparators or units that contradict each other, or a range whose ends are the wrong way round.</summary>
    Contradiction,

    /// <summary>Larger than any measurement.</summary>
    TooLarge,
}
