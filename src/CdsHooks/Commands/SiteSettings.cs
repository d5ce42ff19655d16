namespace Cds.CdsHooks.Commands;

/// <summary>The settings among the arguments of a command (<c>--Cds:TimeZone=Asia/Tokyo</c>), with those of file and environment: as the start of the service would read them.</summary>
internal sealed class SiteSettings
{
    private readonly string[] _arguments;

    private SiteSettings(string[] arguments) => _arguments = arguments;

    /// <summary>Picks the settings out of the arguments of a command.</summary>
    public static SiteSettings Among(IEnumerable<string> arguments) => new([.. arguments.Where(IsSetting)]);

    /// <summary>Whether an argument is a setting of the service and none of the command.</summary>
    public static bool IsSetting(string argument) => argument.StartsWith($"--{CdsOptions.Section}:", StringComparison.OrdinalIgnoreCase);

    /// <summary>The values.</summary>
    public CdsOptions Read()
    {
        var options = new CdsOptions();
        new ConfigurationBuilder()
            .AddJsonFile(Path.Combine(StartUp.ContentRoot ?? Environment.CurrentDirectory, "appsettings.json"), optional: true)
            .AddEnvironmentVariables()
            .AddCommandLine(_arguments)
            .Build()
            .GetSection(CdsOptions.Section).Bind(options);
        return options;
    }
}
