namespace Cds.CdsHooks.FhirAccess;

/// <summary>Where a bearer token may go: the server it was given for, at its base or below, and nowhere else.</summary>
internal static class UrlScope
{
    private static readonly string[] Undone = ["%2e", "%2f", "%5c", "%25", "%3b"];

    /// <summary>Whether the address has scheme, host and port of the base, and its path begins with that of the base.</summary>
    public static bool IsAtOrBelow(Uri address, Uri baseUrl)
    {
        if (address.Scheme != baseUrl.Scheme || address.Port != baseUrl.Port || address.UserInfo.Length > 0) return false;
        if (!address.IdnHost.Equals(baseUrl.IdnHost, StringComparison.OrdinalIgnoreCase)) return false;
        string path = baseUrl.AbsolutePath.TrimEnd('/');
        if (!address.AbsolutePath.StartsWith(path, StringComparison.Ordinal)) return false;
        if (address.AbsolutePath.Length > path.Length && address.AbsolutePath[path.Length] != '/') return false;
        return StaysBelow(address.AbsolutePath.AsSpan(path.Length));
    }

    /// <summary>An encoded dot, slash or percent sign may be undone by the server, and what follows a semicolon cut off: then dots lead out of the base.</summary>
    private static bool StaysBelow(ReadOnlySpan<char> rest)
    {
        foreach (string encoded in Undone)
        {
            if (rest.Contains(encoded, StringComparison.OrdinalIgnoreCase)) return false;
        }

        foreach (Range range in rest.Split('/'))
        {
            ReadOnlySpan<char> segment = rest[range];
            if (segment.IndexOf(';') is >= 0 and int cut) segment = segment[..cut];
            if (segment is "." or "..") return false;
        }

        return true;
    }
}
