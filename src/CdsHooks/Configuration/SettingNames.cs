using System.Collections;
using System.ComponentModel;
using System.Reflection;

namespace Cds.CdsHooks.Configuration;

/// <summary>
/// Finds settings that nobody reads and values that cannot be read, before they are bound: a name that does not exist, a text where a number is due, one value
/// where a list is. All are named at once, with the whole key.
/// </summary>
internal sealed class SettingNames(IConfiguration configuration) : IConfigureOptions<CdsOptions>
{
    /// <summary>Checks; changes nothing.</summary>
    /// <exception cref="OptionsValidationException">A setting cannot be used.</exception>
    public void Configure(CdsOptions options)
    {
        string[] faults = [.. Faults(configuration.GetSection(CdsOptions.Section), typeof(CdsOptions))];
        if (faults.Length > 0) throw new OptionsValidationException(Options.DefaultName, typeof(CdsOptions), faults);
    }

    private static IEnumerable<string> Faults(IConfigurationSection section, Type type)
    {
        if (ItemOf(type) is { } item) return OfList(section, item, IsByName(type) ? "<name>" : "0");
        return IsGroup(type) ? OfGroup(section, type) : OfValue(section, type);
    }

    private static IEnumerable<string> OfList(IConfigurationSection section, Type item, string first) => section.Value is { Length: > 0 } single
        ? [$"{section.Path} is '{single}'; it is a list: write {section.Path}:{first}."]
        : section.GetChildren().SelectMany(child => Faults(child, item));

    private static IEnumerable<string> OfGroup(IConfigurationSection section, Type type)
    {
        if (section.Value is { Length: > 0 } value) return [$"{section.Path} is '{value}'; it has settings of its own: {Names(type)}."];
        return section.GetChildren().SelectMany(child => Settings(type).FirstOrDefault(setting => setting.Name.Equals(child.Key, StringComparison.OrdinalIgnoreCase)) is { } setting
            ? Faults(child, setting.PropertyType)
            : [$"{child.Path} is no setting; '{child.Key}' is not among {Names(type)} (docs/settings.md)."]);
    }

    private static IEnumerable<string> OfValue(IConfigurationSection section, Type type)
    {
        if (section.GetChildren().FirstOrDefault() is { } child) return [$"{child.Path} is no setting; {section.Path} is one value (docs/settings.md)."];
        Type wanted = Nullable.GetUnderlyingType(type) ?? type;
        if (section.Value is not { } text || wanted == typeof(string) || (text.Length == 0 && wanted != type)) return [];
        try
        {
            TypeDescriptor.GetConverter(wanted).ConvertFromInvariantString(text);
            return [];
        }
        // Converters fail in ways of their own; that of numbers wraps them in exceptions of the base type.
        catch (Exception exception) when (exception is FormatException or ArgumentException or OverflowException || exception.InnerException is FormatException or OverflowException)
        {
            return [$"{section.Path} is '{text}'; {Wanted(wanted)} is needed."];
        }
    }

    private static string Wanted(Type type) =>
        type == typeof(TimeSpan) ? "a time (hh:mm:ss)"
        : type == typeof(bool) ? "true or false"
        : type.IsEnum ? "one of " + string.Join(", ", Enum.GetNames(type))
        : "a whole number";

    private static IEnumerable<PropertyInfo> Settings(Type type) => type.GetProperties(BindingFlags.Public | BindingFlags.Instance);

    private static string Names(Type type) => string.Join(", ", Settings(type).Select(setting => setting.Name));

    private static bool IsGroup(Type type) => type.IsClass && type != typeof(string);

    private static Type? ItemOf(Type type) => type.IsGenericType && typeof(IEnumerable).IsAssignableFrom(type) ? type.GenericTypeArguments[^1] : null;

    /// <summary>Whether its entries have names (which module is on) and no order.</summary>
    private static bool IsByName(Type type) => type.GenericTypeArguments.Length > 1;
}
