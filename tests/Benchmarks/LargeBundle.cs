using System.Globalization;
using System.Text;

namespace Cds.Benchmarks;

/// <summary>A patient with many laboratory results over many years, as large histories are.</summary>
public static class LargeBundle
{
    private static readonly (string Code, string Unit, int Low)[] Tests =
        [("1952-1", "mg/L", 2), ("1751-7", "g/dL", 3), ("14804-9", "U/L", 150), ("17861-6", "mg/dL", 9), ("2160-0", "mg/dL", 1), ("718-7", "g/dL", 9), ("33358-3", "g/dL", 1),
         ("36916-5", "mg/L", 20), ("33944-0", "mg/L", 10), ("777-3", "10*3/uL", 150), ("26499-4", "10*3/uL", 2), ("3094-0", "mg/dL", 15), ("2951-2", "mmol/L", 140)];

    /// <summary>The bundle as UTF-8 JSON.</summary>
    public static byte[] WithObservations(int count)
    {
        var json = new StringBuilder("""{"resourceType":"Bundle","type":"collection","entry":[{"resource":{"resourceType":"Patient","id":"p1","gender":"female","birthDate":"1960-01-01"}}""");
        json.Append(""",{"resource":{"resourceType":"Condition","id":"c1","code":{"coding":[{"system":"http://snomed.info/sct","code":"109989006"}]},"subject":{"reference":"Patient/p1"},"onsetDateTime":"2015-01-01"}}""");
        var first = new DateOnly(2015, 1, 5);
        for (int i = 0; i < count; i++)
        {
            (string code, string unit, int low) = Tests[i % Tests.Length];
            string date = first.AddDays(i * 4).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
            json.Append(CultureInfo.InvariantCulture, $$"""
                ,{"fullUrl":"https://ehr.example.org/fhir/Observation/o{{i}}","resource":{"resourceType":"Observation","id":"o{{i}}","status":"final",
                "category":[{"coding":[{"system":"http://terminology.hl7.org/CodeSystem/observation-category","code":"laboratory"}]}],
                "code":{"coding":[{"system":"http://loinc.org","code":"{{code}}"},{"system":"https://hospital.example.jp/fhir/CodeSystem/lab","code":"L{{i % 97}}"}],"text":"item {{code}}"},
                "subject":{"reference":"Patient/p1"},"effectiveDateTime":"{{date}}T08:30:00+09:00",
                "valueQuantity":{"value":{{low}}.{{i % 10}},"unit":"{{unit}}","system":"http://unitsofmeasure.org","code":"{{unit}}"},
                "referenceRange":[{"low":{"value":{{low}},"unit":"{{unit}}"},"high":{"value":{{low * 2}},"unit":"{{unit}}"} }]} }
                """);
        }

        return Encoding.UTF8.GetBytes(json.Append("]}").ToString());
    }
}
