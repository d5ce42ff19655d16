using System.Collections.Frozen;
using System.Net;
using System.Text.RegularExpressions;

namespace Cds.Knowledge.Units;

/// <summary>
/// Takes out of a text what is left of its former format: HTML tags (<c>10&lt;sup&gt;3&lt;/sup&gt;/uL</c>), character references (<c>&amp;nbsp;</c>) and the escapes
/// of HL7 v2 (<c>10\S\3/uL</c>). Tags that could say something of their own, such as struck-through text, stay: they make the text unread.
/// </summary>
public static partial class MarkupText
{
    /// <summary>Attributes of text that its writer took back or hid.</summary>
    private static readonly string[] Hiding = ["through", "none", "hidden"];

    /// <summary>What an opening tag stands for (HTML 5, elements of text and tables).</summary>
    private static readonly FrozenDictionary<string, string> Tags = new Dictionary<string, string>
    {
        ["b"] = "", ["i"] = "", ["u"] = "", ["em"] = "", ["strong"] = "", ["span"] = "", ["font"] = "", ["small"] = "", ["code"] = "", ["sub"] = "",
        ["sup"] = "^", ["td"] = " ", ["th"] = " ",
        ["p"] = "\n", ["div"] = "\n", ["br"] = "\n", ["li"] = "\n", ["ul"] = "\n", ["ol"] = "\n", ["tr"] = "\n", ["table"] = "\n", ["tbody"] = "\n", ["pre"] = "\n",
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    /// <summary>The text as a reader saw it.</summary>
    public static string Plain(string text) => text.AsSpan().IndexOfAny('<', '&', '\\') < 0 ? text : Remnant().Replace(text, Meaning);

    private static string Meaning(Match remnant)
    {
        if (remnant.Groups["reference"].Success) return WebUtility.HtmlDecode(remnant.Value);
        if (remnant.Groups["escape"].Success) return remnant.Groups["escape"].Value switch { "S" => "^", "T" => "&", "F" => "|", "R" => "~", _ => "\n" };
        if (!remnant.Groups["tag"].Success) return "\n";
        if (Hiding.Any(word => remnant.Value.Contains(word, StringComparison.OrdinalIgnoreCase)) || !Tags.TryGetValue(remnant.Groups["tag"].Value, out string? meaning)) return remnant.Value;
        return remnant.Value[1] == '/' && meaning == "^" ? "" : meaning;
    }

    [GeneratedRegex(@"</?(?<tag>[A-Za-z]{1,8})(?: [^<>]{0,200})?/?>|&(?<reference>[A-Za-z]{2,8}[0-9]?|#[0-9]{2,5}|#[xX][0-9A-Fa-f]{2,4});|\\(?<escape>\.br|[STFR])\\|\\r\\n|\\n(?![A-Za-z])", RegexOptions.CultureInvariant)]
    private static partial Regex Remnant();
}
