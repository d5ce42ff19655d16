using System.Collections;
using System.Globalization;
using System.Reflection;
using Cds.CdsHooks.Companion;
using Cds.CdsHooks.Configuration;
using Cds.CdsHooks.FhirAccess;
using Cds.CdsHooks.Limits;
using Cds.CdsHooks.Store;
using Cds.CdsHooks.Tests.Samples;
using Cds.CdsHooks.Trust;

namespace Cds.CdsHooks.Tests.Configuration;

/// <summary>docs/settings.md is the one table of settings; options and validation agree with it.</summary>
public sealed class SettingsTableTests
{
    private static readonly IReadOnlyDictionary<string, (string Default, string Effect)> Table = File.ReadAllLines(Path.Combine(Repository.Root, "docs", "settings.md"))
        .Where(line => line.StartsWith("| `Cds:", StringComparison.Ordinal))
        .Select(line => line.Trim('|').Split(" | "))
        .ToDictionary(cells => cells[0].Trim().Trim('`'), cells => (cells[1].Trim(), cells[2].Trim()));

    [Fact]
    public void Every_setting_is_in_the_table_and_nothing_else() =>
        Assert.Equal(Settings(typeof(CdsOptions), "Cds").Select(setting => setting.Key).Order(StringComparer.Ordinal), Table.Keys.Order(StringComparer.Ordinal));

    [Fact]
    public void Defaults_are_those_of_the_table()
    {
        foreach ((string key, object? value) in Settings(typeof(CdsOptions), "Cds"))
        {
            if (value is null or "" or ICollection { Count: 0 }) continue;
            Assert.Equal($"{key}: `{Convert.ToString(value, CultureInfo.InvariantCulture)}`", $"{key}: {Table[key].Default}");
        }
    }

    [Fact]
    public void Ranges_are_those_of_the_table() =>
        Assert.All([.. TrustOptionsValidator.Ranges, .. LimitsOptionsValidator.Ranges, .. FhirAccessOptionsValidator.Ranges, .. StoreOptionsValidator.Ranges, .. CompanionOptionsValidator.Ranges], range =>
            Assert.StartsWith(range.Text, Table["Cds:" + range.Key].Effect, StringComparison.Ordinal));

    [Fact]
    public void The_ends_of_a_range_are_allowed_and_what_lies_beyond_is_not()
    {
        var options = new CdsOptions();
        SettingRange range = FhirAccessOptionsValidator.Ranges.Single(entry => entry.Key == "FhirAccess:Retries");
        options.FhirAccess.Retries = 5;
        Assert.Null(range.Check(options));
        options.FhirAccess.Retries = 6;
        Assert.Equal("Cds:FhirAccess:Retries is 6; allowed is 0 to 5.", range.Check(options));
    }

    /// <summary>Keys with their defaults; entries of a list of sections get an n.</summary>
    private static IEnumerable<(string Key, object? Value)> Settings(Type type, string prefix)
    {
        object options = Activator.CreateInstance(type)!;
        foreach (PropertyInfo property in type.GetProperties(BindingFlags.Public | BindingFlags.Instance))
        {
            string key = $"{prefix}:{property.Name}";
            Type item = property.PropertyType.IsGenericType ? property.PropertyType.GenericTypeArguments[0] : property.PropertyType;
            if (item.Namespace!.StartsWith("Cds.", StringComparison.Ordinal) && item.IsClass)
            {
                foreach ((string, object?) nested in Settings(item, item == property.PropertyType ? key : key + ":n")) yield return nested;
            }
            else
            {
                yield return (key, property.GetValue(options));
            }
        }
    }
}
