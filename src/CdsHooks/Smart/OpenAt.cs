using System.Text.RegularExpressions;
using Cds.CdsHooks.Envelope;

namespace Cds.CdsHooks.Smart;

/// <summary>Where the patient view opens: what a card's link carried as <c>appContext</c> (<c>Delivery.SmartAppLink</c>) and the EHR handed on.</summary>
/// <param name="Card">Id of the rule; null when none was named.</param>
/// <param name="AsOf">The moment that the card was about, as it was written; null for now.</param>
/// <param name="Language">Language of the card; null when none was named.</param>
internal sealed partial record OpenAt(string? Card, string? AsOf, Language? Language)
{
    /// <summary>Nothing named: the patient now.</summary>
    public static OpenAt Start { get; } = new(null, null, null);

    /// <summary>Reads the text. Other apps of the EHR have contexts of their own; what is not ours opens the patient as without one.</summary>
    public static OpenAt Of(string? appContext, AsOfParameter moments)
    {
        if (appContext is null) return Start;
        try
        {
            using JsonDocument document = JsonDocument.Parse(appContext);
            if (document.RootElement.ValueKind != JsonValueKind.Object) return Start;
            string? card = document.RootElement.Text("id"), asOf = document.RootElement.Text("asOf");
            return new OpenAt(
                card is not null && RuleId().IsMatch(card) ? card : null,
                asOf is not null && moments.Read(asOf).Problem is null ? asOf : null,
                document.RootElement.Text("lang") is { } tag ? Languages.FromTag(tag) : null);
        }
        catch (JsonException)
        {
            return Start;
        }
    }

    [GeneratedRegex(@"^[a-z0-9][a-z0-9.\-]{0,99}\z", RegexOptions.CultureInvariant)]
    private static partial Regex RuleId();
}
