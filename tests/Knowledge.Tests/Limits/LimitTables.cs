using System.Globalization;
using Cds.Knowledge.Facts;
using Cds.Knowledge.Therapy;

namespace Cds.Knowledge.Tests.Limits;

/// <summary>Limits that belong to a fact or a drug and not to a rule, as tables: windows, default limits,
/// possible values and positive results of facts, days between two doses of drugs.</summary>
internal static class LimitTables
{
    public static IReadOnlyDictionary<string, string> Facts { get; } = Read("facts.csv");

    public static IReadOnlyDictionary<string, string> Drugs { get; } = Read("drugs.csv");

    public static string Row(FactDefinition fact) => string.Join(',', [
        fact.Id, Days(fact.CurrentDays), Days(fact.BaselineDays), Days(fact.BaselineDaysAsymptomatic), Days(fact.BaselineDaysAfterStart),
        .. Limit(fact.LowerLimit), .. Limit(fact.UpperLimit), Number(fact.PlausibleLow), Number(fact.PlausibleHigh),
        string.Join(' ', fact.Positive.Select(p => $"{p.Key}{(p.Value.Inclusive ? ">=" : ">")}{Number(p.Value.Limit)}").Order(StringComparer.Ordinal))]);

    public static string Row(Drug drug) => $"{drug.Id},{Days(drug.IntervalDays)}";

    private static string[] Limit(DefaultLimit? limit) => limit is null ? ["", ""] : [Number(limit.Male), Number(limit.Female)];

    private static string Number(decimal? number) => number?.ToString(CultureInfo.InvariantCulture) ?? "";

    private static string Days(int? days) => days?.ToString(CultureInfo.InvariantCulture) ?? "any";

    private static Dictionary<string, string> Read(string name) =>
        File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Limits", "Tables", name)).Skip(1).ToDictionary(line => line.Split(',')[0]);
}
