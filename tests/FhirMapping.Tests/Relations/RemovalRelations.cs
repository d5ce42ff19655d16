using System.Text.Json.Nodes;
using Cds.Knowledge.Evaluation;

namespace Cds.FhirMapping.Tests.Relations;

/// <summary>
/// A fact taken out of the record: what was said before may become open, and stay possible; it never becomes another statement of the same weight.
/// </summary>
internal static class RemovalRelations
{
    /// <summary>Conclusions of one moment that rest on measured facts; the others follow courses or fall back to what is recorded.</summary>
    private static readonly string[] OfMeasurements =
    [
        "staging.iss", "staging.r-iss", "staging.r2-iss", "risk.cytogenetics", "risk.high-risk-hits", "risk.mgus", "risk.smm.2-20-20", "risk.smm.four-factor", "risk.smm.score",
        "diagnosis.defining-events", "diagnosis.defining-biomarkers", "frailty", "eligibility.ide-cel", "eligibility.jsct-mm20", "al.transplant-eligibility", "poems.criteria", "relapse.type",
        "renal.creatinine-clearance", "calcium.corrected", "staging.al.mayo-2004", "staging.al.mayo-2012", "risk.ims-2025", "smm.aquila-profile",
    ];

    /// <summary>Measured creatinine clearance: without it the clearance is computed.</summary>
    private static readonly string[] WithAnother = ["2164-2", "creatinine-clearance"];

    public static IEnumerable<Relation> All =>
    [
        new Relation("all results of one fact taken out", WithoutEachCode, NoOtherStatement),
        new Relation("all results taken out", record => [Without(record, resource => resource["resourceType"]!.GetValue<string>() == "Observation")], NoOtherStatement),
        // A printed ratio has no unit to lose, and would stand alone.
        new Relation("all units taken out", record => record.Bundle.ToJsonString().Contains("flc-ratio", StringComparison.Ordinal) ? [] : [record.With("Observation", resource =>
        {
            if (resource["valueQuantity"] is not JsonObject quantity) return;
            foreach (string member in new[] { "unit", "code", "system" }) quantity.Remove(member);
        })], NoOtherStatement),
    ];

    private static IEnumerable<Record> WithoutEachCode(Record record) => record.Resources("Observation").Select(Code).OfType<string>().Distinct().Except(WithAnother).ToArray()
        .Select(code => Without(record, resource => resource["resourceType"]!.GetValue<string>() == "Observation" && Code(resource) == code) with { Name = $"{record.Name} without {code}" });

    private static Record Without(Record record, Func<JsonObject, bool> isTaken)
    {
        Record copy = record.Copy();
        copy.Bundle["entry"] = new JsonArray([.. record.Entries.Where(entry => entry!["resource"] is not JsonObject resource || !isTaken(resource)).Select(entry => entry!.DeepClone())]);
        return copy;
    }

    private static string? Code(JsonObject resource) => resource["code"]?["coding"]?[0]?["code"]?.GetValue<string>();

    private static string? NoOtherStatement(Answers before, Answers after)
    {
        // Without a decisive value the recorded disease counts, and a course in which no progression is recorded has none: who is a candidate is then another question.
        bool isOtherCourse = Course(before) != Course(after);
        foreach (Conclusion now in after.Assessment.Conclusions.Where(c => OfMeasurements.Contains(c.Id) && !(isOtherCourse && c.Id.StartsWith("eligibility.", StringComparison.Ordinal))))
        {
            Conclusion? then = before.Assessment.Conclusions.FirstOrDefault(c => c.Id == now.Id);
            if (then?.Value is null && now.Value is not null and not ListAnswer { Members.Count: 0 } && then is not null) return $"{now.Id}: open became {Answers.Text(now.Value)}";
            if (then?.Value is null) continue;
            if (Grew(then, now) is { } wrong) return $"{now.Id}: {wrong}";
            if (now.Value is null && now.Missing.Count == 0) return $"{now.Id}: open, and nothing is missing";
        }

        return null;
    }

    private static string Course(Answers answers) => string.Join(' ', answers.Assessment.Conclusions.Where(c => c.Id is "diagnosis" or "therapy.phase").Select(c => Answers.Text(c.Value)));

    private static string? Grew(Conclusion then, Conclusion now) => (then.Value, now.Value) switch
    {
        (ListAnswer old, ListAnswer young) => young.Members.Except(old.Members).FirstOrDefault() is { } member ? $"{member} was not there"
            : old.Members.Except(young.Members).Except(now.Undetermined).FirstOrDefault() is { } gone ? $"{gone} is now denied" : null,
        (_, null) => now.Possible.Count == 0 || now.Possible.Contains(then.Value!) ? null : $"{Answers.Text(then.Value)} is no longer possible",
        var (old, young) => old!.Equals(young) ? null : $"{Answers.Text(old)} became {Answers.Text(young)}",
    };
}
