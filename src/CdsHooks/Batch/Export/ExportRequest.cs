namespace Cds.CdsHooks.Batch.Export;

/// <summary>Which records are to be had from which server.</summary>
/// <param name="Server">Base address of the FHIR server, without a slash at its end.</param>
/// <param name="Group">Logical id of the group; null for everybody the server holds.</param>
/// <param name="Types">Types of resources; all that are read when empty.</param>
internal sealed record ExportRequest(Uri Server, string? Group, IReadOnlyList<string> Types)
{
    /// <summary>The address that begins the export.</summary>
    public Uri Start
    {
        get
        {
            string of = Group is null ? "" : $"/Group/{Uri.EscapeDataString(Group)}";
            string types = Types.Count == 0 ? "" : "&_type=" + Uri.EscapeDataString(string.Join(',', Types));
            return new Uri($"{Base}{of}/$export?_outputFormat=application%2Ffhir%2Bndjson{types}");
        }
    }

    /// <summary>Where the server says how clients sign in.</summary>
    public Uri SmartConfiguration => new($"{Base}/.well-known/smart-configuration");

    /// <summary>Whether a token may be sent to an address: over TLS, unless the server itself is reached without.</summary>
    public bool MayCarryToken(Uri address) => address.Scheme == Uri.UriSchemeHttps || Server.Scheme == Uri.UriSchemeHttp;

    private string Base => Server.AbsoluteUri.TrimEnd('/');
}
