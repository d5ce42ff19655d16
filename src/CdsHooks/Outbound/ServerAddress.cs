using System.Buffers;

namespace Cds.CdsHooks.Outbound;

/// <summary>
/// Reads the base address of a server that a caller names. Its path has to be plain as it is written: what one program unescapes, cuts off at a semicolon or
/// walks up, another does not, and the address would lead elsewhere than the list of servers allows.
/// </summary>
internal static class ServerAddress
{
    private static readonly SearchValues<char> Segment = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~!$&'()*+,=:@");

    /// <summary>The address; null when it is no absolute http or https URL, or its path is not plain.</summary>
    public static Uri? Read(string? text) =>
        text is not null
        && Uri.TryCreate(text, UriKind.Absolute, out Uri? url)
        && (url.Scheme == Uri.UriSchemeHttps || url.Scheme == Uri.UriSchemeHttp)
        && IsPlain(PathOf(text))
            ? url
            : null;

    /// <summary>The path as it is written, before anybody has brought it into order.</summary>
    private static ReadOnlySpan<char> PathOf(ReadOnlySpan<char> text)
    {
        ReadOnlySpan<char> rest = text[(text.IndexOf("://", StringComparison.Ordinal) + 3)..];
        int end = rest.IndexOfAny('?', '#');
        if (end >= 0) rest = rest[..end];
        int start = rest.IndexOfAny('/', '\\');
        return start < 0 ? [] : rest[start..];
    }

    private static bool IsPlain(ReadOnlySpan<char> path)
    {
        ReadOnlySpan<char> segments = path.Trim('/');
        if (path.Length > 1 && path[1] == '/') return false;
        if (segments.IsEmpty) return true;
        foreach (Range range in segments.Split('/'))
        {
            if (segments[range] is "" or "." or ".." || segments[range].ContainsAnyExcept(Segment)) return false;
        }

        return true;
    }
}
