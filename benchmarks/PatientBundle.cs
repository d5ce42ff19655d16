using System.Globalization;
using System.Text;

namespace Cds.Benchmarks;

/// <summary>A patient as EHRs send them: laboratory results over years and records of drugs, about a kilobyte each.</summary>
public static class PatientBundle
{
    private static readonly (string Code, string Unit, int Low)[] Tests =
        [("1952-1", "mg/L", 2), ("1751-7", "g/dL", 3), ("14804-9", "U/L", 150), ("17861-6", "mg/dL", 9), ("2160-0", "mg/dL", 1), ("718-7", "g/dL", 9), ("33358-3", "g/dL", 1),
         ("36916-5", "mg/L", 20), ("33944-0", "mg/L", 10), ("777-3", "10*3/uL", 150), ("26499-4", "10*3/uL", 2), ("3094-0", "mg/dL", 15), ("2951-2", "mmol/L", 140)];

    private static readonly (string RxNorm, string Name)[] Drugs = [("358258", "bortezomib"), ("342369", "lenalidomide"), ("3264", "dexamethasone"), ("281", "acyclovir"), ("1191", "aspirin")];

    /// <summary>The bundle as UTF-8 JSON.</summary>
    public static byte[] With(int observations, int drugs)
    {
        var json = new StringBuilder("""{"resourceType":"Bundle","type":"collection","entry":[{"fullUrl":"https://ehr.example.org/fhir/Patient/p1","resource":{"resourceType":"Patient","id":"p1","gender":"female","birthDate":"1960-01-01"}}""");
        json.Append(""",{"fullUrl":"https://ehr.example.org/fhir/Condition/c1","resource":{"resourceType":"Condition","id":"c1","code":{"coding":[{"system":"http://snomed.info/sct","code":"109989006"}]},"subject":{"reference":"Patient/p1"},"onsetDateTime":"2015-01-01"}}""");
        var first = new DateOnly(2015, 1, 5);
        for (int i = 0; i < observations; i++) Observation(json, i, first.AddDays(i * 4));
        for (int i = 0; i < drugs; i++) Drug(json, i, first.AddDays(i * 28));
        return Encoding.UTF8.GetBytes(json.Append("]}").ToString());
    }

    private static void Observation(StringBuilder json, int number, DateOnly day)
    {
        (string code, string unit, int low) = Tests[number % Tests.Length];
        json.Append(string.Create(CultureInfo.InvariantCulture, $$"""
            ,{"fullUrl":"https://ehr.example.org/fhir/Observation/o{{number}}","resource":{"resourceType":"Observation","id":"o{{number}}","meta":{"versionId":"1","lastUpdated":"{{day:yyyy-MM-dd}}T09:12:44+09:00"},
            "status":"final",
            "category":[{"coding":[{"system":"http://terminology.hl7.org/CodeSystem/observation-category","code":"laboratory","display":"Laboratory"}]}],
            "code":{"coding":[{"system":"http://loinc.org","code":"{{code}}"},{"system":"https://hospital.example.jp/fhir/CodeSystem/lab","code":"L{{number % 97}}","display":"item {{number % 97}}"}],"text":"item {{code}}"},
            "subject":{"reference":"Patient/p1"},"encounter":{"reference":"Encounter/e{{number / 13}}"},"effectiveDateTime":"{{day:yyyy-MM-dd}}T08:30:00+09:00","issued":"{{day:yyyy-MM-dd}}T09:10:00+09:00",
            "performer":[{"display":"Laboratory"}],
            "valueQuantity":{"value":{{low}}.{{number % 10}},"unit":"{{unit}}","system":"http://unitsofmeasure.org","code":"{{unit}}"},
            "referenceRange":[{"low":{"value":{{low}},"unit":"{{unit}}","system":"http://unitsofmeasure.org","code":"{{unit}}"},"high":{"value":{{low * 2}},"unit":"{{unit}}","system":"http://unitsofmeasure.org","code":"{{unit}}"} }]} }
            """).ReplaceLineEndings(""));
    }

    private static void Drug(StringBuilder json, int number, DateOnly day)
    {
        (string rxNorm, string name) = Drugs[number % Drugs.Length];
        json.Append(string.Create(CultureInfo.InvariantCulture, $$"""
            ,{"fullUrl":"https://ehr.example.org/fhir/MedicationRequest/m{{number}}","resource":{"resourceType":"MedicationRequest","id":"m{{number}}","status":"completed","intent":"order",
            "medicationCodeableConcept":{"coding":[{"system":"http://www.nlm.nih.gov/research/umls/rxnorm","code":"{{rxNorm}}","display":"{{name}}"}],"text":"{{name}}"},
            "subject":{"reference":"Patient/p1"},"authoredOn":"{{day:yyyy-MM-dd}}",
            "dosageInstruction":[{"text":"days 1, 8, 15","timing":{"repeat":{"boundsPeriod":{"start":"{{day:yyyy-MM-dd}}","end":"{{day.AddDays(21):yyyy-MM-dd}}"},"frequency":1,"period":1,"periodUnit":"wk"} },
            "doseAndRate":[{"doseQuantity":{"value":2,"unit":"mg","system":"http://unitsofmeasure.org","code":"mg"} }]}]} }
            """).ReplaceLineEndings(""));
    }
}
