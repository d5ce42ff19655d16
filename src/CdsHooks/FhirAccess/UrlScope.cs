namespace Cds.CdsHooks.FhirAccess;

/// <summary>Where a bearer token may go: the server it was given for, at its base or below, and nowhere else.</summary>
internal static class UrlScope
{
    /// <summary>Whether the address has scheme, host and port of the base, and its path begins with that of the base.</summary>
    public static bool IsAtOrBelow(Uri address, Uri baseUrl)
    {
        if (address.Scheme != baseUrl.Scheme || address.Port != baseUrl.Port || address.UserInfo.Length > 0) return false;
        if (!address.IdnHost.Equals(baseUrl.IdnHost, StringComparison.OrdinalIgnoreCase)) return false;
        string path = baseUrl.AbsolutePath.TrimEnd('/');
        if (!address.AbsolutePath.StartsWith(path, StringComparison.Ordinal)) return false;
        if (address.AbsolutePath.Length > path.Length && address.AbsolutePath[path.Length] != '/') return false;
        // An encoded dot or slash may be undone by the server and lead out of the base.
        string rest = address.AbsolutePath[path.Length..];
        return !rest.Contains("%2e", StringComparison.OrdinalIgnoreCase) && !rest.Contains("%2f", StringComparison.OrdinalIgnoreCase)
            && !rest.Contains("%5c", StringComparison.OrdinalIgnoreCase);
    }
}
