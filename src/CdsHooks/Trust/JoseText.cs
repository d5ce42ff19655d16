using System.Buffers.Text;

namespace Cds.CdsHooks.Trust;

/// <summary>base64url as JOSE writes it: no padding, no white space, no other alphabet.</summary>
internal static class JoseText
{
    /// <summary>The bytes, or null when the text is not base64url in this strict form.</summary>
    public static byte[]? Decode(ReadOnlySpan<char> text)
    {
        foreach (char character in text)
        {
            if (!char.IsAsciiLetterOrDigit(character) && character is not ('-' or '_')) return null;
        }

        if (text.Length % 4 == 1) return null;
        byte[] decoded = new byte[Base64Url.GetMaxDecodedLength(text.Length)];
        return Base64Url.TryDecodeFromChars(text, decoded, out int written) ? decoded[..written] : null;
    }
}
