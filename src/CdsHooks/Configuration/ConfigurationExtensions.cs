namespace Cds.CdsHooks.Configuration;

/// <summary>Settings, clock and listen address.</summary>
internal static class ConfigurationExtensions
{
    /// <summary>Binds and checks <see cref="CdsOptions"/>, and applies what concerns the server.</summary>
    public static void AddCdsConfiguration(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<IConfigureOptions<CdsOptions>, SettingNames>();
        builder.Services.AddOptions<CdsOptions>().BindConfiguration(CdsOptions.Section, binder => binder.ErrorOnUnknownConfiguration = true).ValidateOnStart();
        builder.Services.AddSingleton<IValidateOptions<CdsOptions>, CdsOptionsValidator>();
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddSingleton<ServiceClock>();
        builder.Services.AddSingleton<PublicAddress>();
        ListenAddress.Choose(builder);
    }
}
