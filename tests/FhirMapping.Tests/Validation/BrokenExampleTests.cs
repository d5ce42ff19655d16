using Cds.FhirValidation;
using Hl7.Fhir.Model;

namespace Cds.FhirMapping.Tests.Validation;

/// <summary>The validator finds what is wrong: each example, broken in one way, has just that fault.</summary>
public sealed class BrokenExampleTests
{
    [Fact]
    public void An_observation_without_the_date_that_its_profile_asks_for_is_found()
    {
        var example = Example<Observation>("example-m-protein");
        example.Effective = null;
        HasFault(example, "Observation: Missing required member: 'effective'");
    }

    [Fact]
    public void A_text_where_the_profile_asks_for_a_quantity_is_found()
    {
        var example = Example<Observation>("example-free-kappa");
        example.Value = new FhirString("320 mg/L");
        HasFault(example, "Observation.value[0]: The declared type of the element (Quantity) is incompatible with that of the instance (string).");
    }

    [Fact]
    public void A_condition_without_a_code_is_found()
    {
        var example = Example<Condition>("example-condition");
        example.Code = null;
        HasFault(example, "Condition: Missing required member: 'code'");
    }

    [Fact]
    public void An_element_that_FHIR_does_not_know_is_found() =>
        Assert.StartsWith("Found unknown element 'colour'", Assert.Single(StrictReading.Of(ProjectPackage.Text("fhir-profiles/examples/example-marrow.json").Replace("\"status\"", "\"colour\": \"red\", \"status\"", StringComparison.Ordinal)).Issues), StringComparison.Ordinal);

    [Fact]
    public void An_extension_with_a_value_of_another_type_is_found()
    {
        var example = Example<MedicationStatement>("example-refractory");
        example.Extension[0].Value = new FhirString("yes");
        HasFault(example, "MedicationStatement.extension[0].value[0]: The declared type of the element (boolean) is incompatible with that of the instance (string).");
    }

    [Fact]
    public void An_extension_on_a_resource_that_it_does_not_belong_on_is_found()
    {
        var example = Example<Observation>("example-marrow");
        example.Extension.AddRange(Example<MedicationStatement>("example-refractory").Extension);
        HasFault(example, "Observation.extension[0]: Extension used outside of appropriate contexts.");
    }

    [Fact]
    public void An_extension_of_the_specification_outside_its_context_is_found()
    {
        var timing = new Timing { Repeat = new Timing.RepeatComponent { Frequency = 1, Period = 1, PeriodUnit = Timing.UnitsOfTime.D } };
        timing.AddExtension("http://hl7.org/fhir/StructureDefinition/timing-daysOfCycle", new Integer(1));
        MedicationRequest order = Order();
        order.DosageInstruction = [new Dosage { Timing = timing }];
        HasFault(order, "MedicationRequest.dosageInstruction[0].timing[0].extension[0]: Extension used outside of appropriate contexts.");
    }

    [Fact]
    public void A_profile_that_is_not_in_the_package_is_found()
    {
        var example = Example<Observation>("example-progression");
        example.Meta!.Profile = [ProjectPackage.CanonicalBase + "StructureDefinition/nothing"];
        HasFault(example, "Observation: Unable to resolve reference to profile 'https://myeloma-cds.example.org/fhir/StructureDefinition/nothing'.");
    }

    [Fact]
    public void A_code_outside_a_required_value_set_of_the_specification_is_found()
    {
        var example = Example<Condition>("example-condition");
        example.ClinicalStatus!.Coding[0].Code = "running";
        HasFault(example, "Condition.clinicalStatus[0]: Code 'running' from system 'http://terminology.hl7.org/CodeSystem/condition-clinical' does not exist in the value set");
    }

    [Fact]
    public void A_code_outside_a_required_value_set_of_the_package_is_found()
    {
        var example = Example<Observation>("example-progression");
        example.Code!.Coding[0].Code = "1751-7";
        HasFault(example, "Observation.code[0]: Code '1751-7' from system 'http://loinc.org' does not exist in the value set 'FactDiseaseStatus'");
    }

    [Fact]
    public void An_invariant_that_does_not_hold_is_found()
    {
        MedicationRequest order = Order();
        order.DosageInstruction = [new Dosage { Timing = new Timing { Repeat = new Timing.RepeatComponent { Frequency = 1, Period = -1, PeriodUnit = Timing.UnitsOfTime.D } } }];
        HasFault(order, "MedicationRequest.dosageInstruction[0].timing[0].repeat[0]: Instance failed constraint tim-5");
    }

    [Fact]
    public void A_sound_example_has_no_fault() => Assert.Empty(OfficialValidator.Validate(Order()));

    private static void HasFault(Resource resource, string fault) =>
        Assert.Contains(OfficialValidator.Validate(resource), found => found.StartsWith(fault, StringComparison.Ordinal));

    private static MedicationRequest Order() => new()
    {
        Status = MedicationRequest.MedicationrequestStatus.Draft,
        Intent = MedicationRequest.MedicationRequestIntent.Proposal,
        Subject = new ResourceReference("Patient/p1"),
        Medication = new CodeableConcept { Text = "bortezomib" },
    };

    private static T Example<T>(string name)
        where T : Resource => (T)ProjectPackage.Read($"fhir-profiles/examples/{name}.json");
}
