namespace Cds.CdsHooks.Configuration;

/// <summary>The address of this service in links: as configured, else as the client called it.</summary>
public sealed class PublicAddress(IOptions<CdsOptions> options)
{
    private readonly string? _configured = options.Value.PublicBaseUrl?.TrimEnd('/');

    /// <summary>Base URL without a trailing slash.</summary>
    public string Of(HttpRequest request) => _configured ?? $"{request.Scheme}://{request.Host}{request.PathBase}";
}
