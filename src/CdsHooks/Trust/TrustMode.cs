namespace Cds.CdsHooks.Trust;

/// <summary>Whether callers have to sign in, settled from configuration and environment.</summary>
internal sealed class TrustMode(IOptions<CdsOptions> options, IHostEnvironment environment)
{
    /// <summary>Whether a token is needed.</summary>
    public bool IsRequired { get; } = Settle(options.Value.Trust.Authentication, environment);

    /// <summary>What a setting comes to in an environment.</summary>
    public static bool Settle(AuthenticationMode mode, IHostEnvironment environment) => mode switch
    {
        AuthenticationMode.Required => true,
        AuthenticationMode.Off => false,
        AuthenticationMode.Automatic => !environment.IsDevelopment(),
        _ => throw new InvalidOperationException($"{nameof(AuthenticationMode)}.{mode} is not settled here."),
    };
}
