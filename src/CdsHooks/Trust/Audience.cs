namespace Cds.CdsHooks.Trust;

/// <summary>Compares the audience of a token with the public address of what was called.</summary>
internal static class Audience
{
    private const string Feedback = "/feedback";

    /// <summary>The addresses that a token for this path may name: the endpoint itself, and for feedback the service too.</summary>
    public static IReadOnlyList<Uri> Of(string publicBaseUrl, string path)
    {
        string address = publicBaseUrl.TrimEnd('/') + path.TrimEnd('/');
        return path.StartsWith("/cds-services/", StringComparison.Ordinal) && address.EndsWith(Feedback, StringComparison.Ordinal)
            ? [new Uri(address), new Uri(address[..^Feedback.Length])]
            : [new Uri(address)];
    }

    /// <summary>Whether one of the audiences is one of the addresses; one slash at the end makes no difference.</summary>
    public static bool Names(IReadOnlyList<string>? audiences, IReadOnlyList<Uri> addresses) =>
        audiences is not null && audiences.Any(audience => addresses.Any(address => IsSame(audience, address)));

    private static bool IsSame(string audience, Uri address) =>
        Uri.TryCreate(audience, UriKind.Absolute, out Uri? given)
        && given.Scheme == address.Scheme
        && given.Port == address.Port
        && given.IdnHost.Equals(address.IdnHost, StringComparison.OrdinalIgnoreCase)
        && given.UserInfo.Length == 0
        && given.Query.Length == 0
        && given.Fragment.Length == 0
        && WithoutSlash(given.AbsolutePath) == WithoutSlash(address.AbsolutePath);

    private static string WithoutSlash(string path) => path.EndsWith('/') ? path[..^1] : path;
}
