using System.Text.RegularExpressions;
using Microsoft.Extensions.Primitives;

namespace Cds.CdsHooks.Envelope;

/// <summary>
/// The query parameter <c>asOf</c>: a date (its end counts) or a date-time, which is local time of the configured zone unless it has an offset.
/// </summary>
internal sealed partial class AsOfParameter(ServiceClock clock)
{
    private const int FirstYear = 1900, LastYear = 2200;

    /// <summary>Reads the parameter.</summary>
    public Outcome<AsOf> Read(HttpRequest request) =>
        request.Query.TryGetValue("asOf", out StringValues given) ? Read(given.Count == 1 ? given.ToString() : "") : Now;

    /// <summary>The moment when nothing is asked for.</summary>
    public AsOf Now => clock.Now();

    /// <summary>Reads a moment as it was written.</summary>
    public Outcome<AsOf> Read(string written)
    {
        ArgumentNullException.ThrowIfNull(written);

        // A plus sign that was not percent-encoded arrives as a space.
        string text = written.Trim().Replace(' ', '+');
        AsOf? read = Day(text) ?? Moment(text);
        return read is { Day.Year: >= FirstYear and <= LastYear } asOf
            ? asOf
            : new RequestProblem(ProblemKind.InvalidParameter, Phrases.InvalidAsOf, "asOf");
    }

    private static AsOf? Day(string text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly day) ? AsOf.EndOf(day) : null;

    private AsOf? Moment(string text)
    {
        if (!DateTimeForm().IsMatch(text)) return null;
        bool hasOffset = text.EndsWith('Z') || text.LastIndexOfAny(['+', '-']) > text.IndexOf('T', StringComparison.Ordinal);
        if (!hasOffset)
        {
            return DateTime.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.None, out DateTime local) ? new AsOf(local, text) : null;
        }

        return DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.None, out DateTimeOffset moment) && moment.Year is > 1 and < 9999
            ? new AsOf(clock.ToLocal(moment), text)
            : null;
    }

    [GeneratedRegex(@"^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,7})?)?(Z|[+-]\d{2}:\d{2})?\z", RegexOptions.CultureInvariant)]
    private static partial Regex DateTimeForm();
}
