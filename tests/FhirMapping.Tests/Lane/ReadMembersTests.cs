using System.Text;
using Cds.FhirMapping.Reading;
using Cds.FhirValidation;
using Cds.Knowledge.Patients;
using Hl7.Fhir.Model;

namespace Cds.FhirMapping.Tests.Lane;

/// <summary>The table of elements that are read, held against the readers.</summary>
public sealed class ReadMembersTests
{
    [Fact]
    public void Whole_objects_and_those_with_the_listed_elements_only_give_the_same_facts()
    {
        int compared = 0;
        foreach (FhirExample example in FhirExamples.All())
        {
            PatientFactsReading narrow = Tests.Reading.Reader.ReadBundle(example.Json, TestContext.Current.CancellationToken);
            if (narrow.Facts is null || SingleResource.Read(example.Json) is not { Faults.Count: 0, Resource: Bundle bundle }) continue;
            PatientFactsReading whole = Tests.Reading.Reader.Read(bundle);
            Assert.Equal(Told(narrow.Facts), Told(whole.Facts!));
            Assert.Equal(narrow.CodeSystems, whole.CodeSystems);
            compared++;
        }

        Assert.True(compared > 60, $"{compared} bundles");
    }

    [Fact]
    public void Every_listed_element_is_one_of_its_class_and_so_is_what_restricts_it()
    {
        foreach (Type type in ReadMembers.Classes)
        {
            var known = ModelInfo.ModelInspector.FindClassMapping(type)!.PropertyMappings.Select(p => p.Name).ToHashSet();
            Assert.Empty(ReadMembers.Of(type)!.Except(known));
        }

        foreach ((Type type, IReadOnlySet<string> elements) in RestrictingMembers.Classes)
        {
            var known = ModelInfo.ModelInspector.FindClassMapping(type)!.PropertyMappings.Select(p => p.Name).ToHashSet();
            foreach (string element in elements.Where(known.Contains)) Assert.True(ReadMembers.Of(type)!.Contains(element), $"{type.Name}.{element} restricts and is not read");
        }
    }

    [Fact]
    public void A_bundle_of_objects_is_not_changed_by_reading_it_and_damage_in_it_is_found()
    {
        var bundle = new Bundle { Type = Bundle.BundleType.Collection };
        bundle.AddResourceEntry(new Patient { Id = "p1", Gender = AdministrativeGender.Female, BirthDate = "1970-03-02" }, "urn:uuid:1");
        var observation = new Observation { Id = "o1", Status = ObservationStatus.Final, Code = new CodeableConcept(Fhir.Loinc, "1952-1"), Effective = new FhirDateTime("2026-11-01"), Subject = new ResourceReference("urn:uuid:1"), Value = new Quantity(4.1m, "mg/L") };
        bundle.AddResourceEntry(observation, "urn:uuid:2");
        Assert.Equal("4.1", Tests.Reading.Reader.Read(bundle).Facts!.Number("beta2-microglobulin"));
        observation.StatusElement!.JsonValue = 7;
        PatientFacts damaged = Tests.Reading.Reader.Read(bundle).Facts!;
        damaged.KnowsNothingOf("beta2-microglobulin");
        damaged.OnlyNote("Observation/o1", "status cannot be read");
        Assert.Equal(7, observation.StatusElement.JsonValue);
    }

    private static string Told(PatientFacts facts)
    {
        var text = new StringBuilder();
        text.Append(facts.Subject).Append(' ').Append(facts.BirthDate).Append(' ').Append(facts.Sex).Append('\n');
        text.AppendJoin('\n', facts.Observations).Append('\n').AppendJoin('\n', facts.Conditions).Append('\n').AppendJoin('\n', facts.DrugRecords).Append('\n');
        text.AppendJoin('\n', facts.Procedures).Append('\n').AppendJoin('\n', facts.Allergies).Append('\n').AppendJoin('\n', facts.OrderedServices).Append('\n').AppendJoin("\n", facts.Notes.Select(n => $"{n.Severity} {n.Resource} {n.Text.En}"));
        return text.ToString();
    }
}
