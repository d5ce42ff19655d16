using Cds.FhirMapping.Terminology;
using Cds.Knowledge.Patients;

namespace Cds.FhirMapping.Tests.Field;

/// <summary>Drugs as records write them: product codes of six systems, product names, ointments, drugs on hold, codes of a hospital's own.</summary>
public sealed class DrugFieldTests
{
    private static readonly DrugNames Names = new(Reading.Knowledge.Drugs.Values, Reading.Codes);

    private static readonly DrugRecogniser Recogniser = new(Reading.Knowledge, Reading.Codes, Names, new CodeClasses(Reading.Codes));

    public static TheoryData<string, string, string, string, string, string> Rows() =>
        new(CodedFieldTable.Read("drugs").Concat(CodedFieldTable.Read("own-drugs")).Select(r => (r["id"], r["carrier"], r["text"], r["system"], r["code"], r["expected"])));

    public static TheoryData<string, string, string, string, string, bool> Noted() => new(CodedFieldTable.Read("drugs").Concat(CodedFieldTable.Read("own-drugs"))
        .Where(r => r["note"].Length > 0).Select(r => (r["id"], r["carrier"], r["text"], r["system"], r["code"], r["note"] == "yes")));

    [Theory]
    [MemberData(nameof(Rows))]
    public void A_record_says_what_it_is_by_code_or_text(string id, string carrier, string text, string system, string code, string expected)
    {
        Assert.NotEmpty(carrier);
        DrugRecognition found = Recogniser.Recognise(
            code.Length > 0 ? [CodeInSystem.Of(CodedFieldTable.Uri(system), code)] : [], text.Length > 0 ? [text] : []);
        Assert.True(expected.Split('|').Any(answer => Fits(found, answer)), $"{id}: {expected}, but {found.Identity} {string.Join(' ', found.DrugIds)} hold {found.IsOnHold} not {found.IsNotGiven}");
    }

    [Theory]
    [MemberData(nameof(Rows))]
    public void A_record_gives_a_drug_record_only_of_what_was_given(string id, string carrier, string text, string system, string code, string expected)
    {
        string concept = CodedFieldTable.Concept(text, system, code);
        PatientFacts facts = Reading.Facts(Resource(carrier, concept));
        Assert.True(expected.Split('|').Any(answer => Fits(facts, answer)), $"{id}: {expected}, but {string.Join(' ', facts.DrugRecords.Select(r => r.DrugId))}");
    }

    [Theory]
    [MemberData(nameof(Noted))]
    public void A_note_names_the_record_where_one_is_due(string id, string carrier, string text, string system, string code, bool noted)
    {
        PatientFacts facts = Reading.Facts(Resource(carrier, CodedFieldTable.Concept(text, system, code)));
        Assert.True(noted == facts.Notes.Any(note => note.Resource?.EndsWith("/x", StringComparison.Ordinal) == true), id);
    }

    private static bool Fits(DrugRecognition found, string answer)
    {
        bool given = found.Identity == RecordIdentity.Known && !found.IsOnHold && !found.IsNotGiven;
        return answer.Split(':') switch
        {
            ["exposed" or "taken", var drug] => given && found.DrugIds.Contains(drug),
            ["not-taken", var drug] => !given || !found.DrugIds.Contains(drug),
            ["not-exposed"] => found.Identity == RecordIdentity.SomethingElse || found.IsNotGiven,
            ["unidentified"] => found.Identity == RecordIdentity.Unidentified || found.IsOnHold,
            _ => false,
        };
    }

    private static bool Fits(PatientFacts facts, string answer) => answer.Split(':') switch
    {
        ["exposed" or "taken", var drug] => facts.DrugRecords.Any(r => r.DrugId == drug),
        ["not-taken", var drug] => !facts.DrugRecords.Any(r => r.DrugId == drug) && facts.Unidentified.All(u => u.MayBe.Count > 0 && !u.MayBeCurrent),
        ["not-exposed"] => facts.DrugRecords.Count == 0 && facts.Unidentified.Count == 0,
        ["unidentified"] => facts.DrugRecords.Count == 0 && facts.Unidentified.Any(u => u.Part == RecordedHistory.Medications),
        _ => false,
    };

    private static string Resource(string carrier, string concept)
    {
        const string Members = "\"id\":\"x\",\"subject\":{\"reference\":\"Patient/p1\"},\"effectivePeriod\":{\"start\":\"2026-10-01\"}";
        const string Reference = "\"medicationReference\":{\"reference\":\"#m\"}";
        string medication(string members) => $$"""{"resourceType":"MedicationStatement","status":"active",{{Members}},{{Reference}},"contained":[{"resourceType":"Medication","id":"m",{{members}}}]}""";
        return carrier switch
        {
            "contained" => medication($"\"code\":{concept}"),
            "ingredient" => medication($$"""
                "ingredient":[{"itemCodeableConcept":{{concept}}}]
                """),
            "substance" => $$"""
                {"resourceType":"MedicationStatement","status":"active",{{Members}},{{Reference}},"contained":[
                 {"resourceType":"Medication","id":"m","ingredient":[{"itemReference":{"reference":"#s"} }]},{"resourceType":"Substance","id":"s","code":{{concept}} } ]}
                """,
            _ => $$"""{"resourceType":"{{carrier}}","status":"{{(carrier == "MedicationAdministration" ? "completed" : "active")}}",{{Members}},"medicationCodeableConcept":{{concept}}}""",
        };
    }
}
