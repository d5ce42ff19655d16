using Cds.CdsHooks.Pages;

namespace Cds.CdsHooks.Companion;

/// <summary>Addresses of the patient view. They name a moment and a rule, never a patient or a value.</summary>
internal static class ViewAddress
{
    /// <summary>The view at a moment, with a rule explained or none.</summary>
    public static string Of(PageContext page, AsOf asOf, string? card, string path = PageAddress.App)
    {
        string address = $"{page.To(path)}&asOf={Uri.EscapeDataString(asOf.Text)}";
        return card is null ? address : $"{address}&card={Uri.EscapeDataString(card)}#why";
    }

    /// <summary>The same without the address of the page, for a redirect from a path of the same depth.</summary>
    public static string Redirect(string path, Language language, string asOf, string card)
    {
        string address = $"{path}?lang={(language == Language.Japanese ? "ja" : "en")}";
        if (asOf.Length > 0) address += $"&asOf={Uri.EscapeDataString(asOf)}";
        return card.Length > 0 ? $"{address}&card={Uri.EscapeDataString(card)}" : address;
    }
}
