using System.Text.Json.Nodes;
using Cds.CdsHooks.Tests.Hosting;

namespace Cds.CdsHooks.Tests.Services.Orders;

/// <summary>Section 4 of the checklist for the order hooks: what a context has to hold, and what is survived.</summary>
public sealed class OrderContextTests(RealService service) : IClassFixture<RealService>
{
    private readonly HttpClient _client = service.CreateClient();

    [Theory]
    [InlineData("context.patientId")]
    [InlineData("context.userId")]
    [InlineData("context.draftOrders")]
    [InlineData("context.selections")]
    public async Task H1_H2_Required_context_of_order_select_that_is_missing_or_null_is_400(string member)
    {
        (await SelectAsync(OrderRequests.Selecting(OrderRequests.Acyclovir()).Without(member))).IsOperationOutcome(400, "$." + member);
        (await SelectAsync(OrderRequests.Selecting(OrderRequests.Acyclovir()).With(member, null))).IsOperationOutcome(400, "$." + member);
    }

    [Theory]
    [InlineData("context.patientId")]
    [InlineData("context.userId")]
    [InlineData("context.draftOrders")]
    public async Task H1_H2_Required_context_of_order_sign_that_is_missing_is_400(string member) =>
        (await SignAsync(OrderRequests.Signing(OrderRequests.Acyclovir()).Without(member))).IsOperationOutcome(400, "$." + member);

    [Theory]
    [InlineData("context.draftOrders", "[]", "context.draftOrders")]
    [InlineData("context.draftOrders", "\"x\"", "context.draftOrders")]
    [InlineData("context.draftOrders", "7", "context.draftOrders")]
    [InlineData("context.draftOrders", "{\"resourceType\":\"Patient\"}", "context.draftOrders")]
    [InlineData("context.draftOrders", "{\"resourceType\":7}", "context.draftOrders")]
    [InlineData("context.selections", "{}", "context.selections")]
    [InlineData("context.selections", "\"MedicationRequest/acv\"", "context.selections")]
    [InlineData("context.selections", "[7]", "context.selections[0]")]
    [InlineData("context.selections", "[\"MedicationRequest/acv\", null]", "context.selections[1]")]
    [InlineData("context.draftOrders.entry", "{}", "context.draftOrders.entry")]
    [InlineData("context.draftOrders.entry", "7", "context.draftOrders.entry")]
    [InlineData("context.userId", "\"haem-7\"", "context.userId")]
    public async Task H2_H3_Context_of_a_wrong_type_is_400_with_its_place(string member, string json, string path) =>
        (await SelectAsync(OrderRequests.Selecting(OrderRequests.Acyclovir()).With(member, JsonNode.Parse(json)))).IsOperationOutcome(400, "$." + path);

    [Fact]
    public async Task R3_The_hooks_are_not_mixed_up()
    {
        (await SelectAsync(OrderRequests.Signing(OrderRequests.Acyclovir()))).IsOperationOutcome(400, "$.hook");
        (await SignAsync(OrderRequests.Selecting(OrderRequests.Acyclovir()))).IsOperationOutcome(400, "$.hook");
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("{\"resourceType\":\"Bundle\"}")]
    [InlineData("{\"resourceType\":\"Bundle\",\"entry\":[]}")]
    [InlineData("{\"resourceType\":\"Bundle\",\"entry\":[null,{},7,[],{\"resource\":null},{\"resource\":{}},{\"resource\":[]},{\"resource\":\"x\"}]}")]
    [InlineData("{\"resourceType\":\"Bundle\",\"entry\":[{\"resource\":{\"resourceType\":\"Spaceship\",\"id\":\"x\"}}]}")]
    [InlineData("{\"resourceType\":\"Bundle\",\"entry\":[{\"resource\":{\"resourceType\":\"NutritionOrder\",\"id\":\"n\"}},{\"resource\":{\"resourceType\":\"VisionPrescription\"}}]}")]
    [InlineData("{\"resourceType\":\"Bundle\",\"entry\":[{\"resource\":{\"resourceType\":\"MedicationRequest\",\"id\":7,\"status\":[],\"intent\":{},\"subject\":\"p1\",\"dosageInstruction\":\"x\",\"medicationCodeableConcept\":[]}}]}")]
    [InlineData("{\"resourceType\":\"Bundle\",\"entry\":[{\"resource\":{\"resourceType\":\"MedicationRequest\",\"id\":\"m\",\"medicationReference\":{\"reference\":\"Medication/none\"}}}]}")]
    [InlineData("{\"resourceType\":\"Bundle\",\"entry\":[{\"resource\":{\"resourceType\":\"MedicationRequest\",\"id\":\"m\",\"medicationCodeableConcept\":{\"text\":\"bortezomib\"},\"dosageInstruction\":[null,7,{\"doseAndRate\":{\"doseQuantity\":{\"value\":\"x\"}}}]}}]}")]
    public async Task H4_H6_Unfinished_and_broken_drafts_are_survived(string drafts)
    {
        Assert.Equal(200, (await SelectAsync(OrderRequests.Selecting(OrderRequests.Acyclovir()).With("context.draftOrders", JsonNode.Parse(drafts)))).Status);
        Assert.Equal(200, (await SignAsync(OrderRequests.Signing(OrderRequests.Acyclovir()).With("context.draftOrders", JsonNode.Parse(drafts)))).Status);
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("[\"MedicationRequest/other\"]")]
    [InlineData("[\"\"]")]
    [InlineData("[\"nonsense\", \"#\", \"urn:uuid:x\"]")]
    public async Task H6_Selections_that_name_nothing_select_nothing(string selections)
    {
        Answer answer = await SelectAsync(OrderRequests.Selecting(OrderRequests.Bortezomib()).With("context.selections", JsonNode.Parse(selections)));
        Assert.Equal(200, answer.Status);
        Assert.Equal("{\"cards\":[]}", answer.Body);
    }

    [Fact]
    public async Task H8_J7_Unknown_context_is_ignored()
    {
        JsonObject request = OrderRequests.Selecting(OrderRequests.Acyclovir()).With("context.future", new JsonObject { ["a"] = 1 });
        Assert.Equal("{\"cards\":[]}", (await SelectAsync(request)).Body);
    }

    [Fact]
    public async Task Neither_patient_nor_conditions_is_412() =>
        (await SignAsync(OrderRequests.Signing(OrderRequests.Bortezomib()).Without("prefetch"))).IsOperationOutcome(412);

    private Task<Answer> SelectAsync(JsonObject request) => _client.PostJsonAsync(OrderRequests.Select, request);

    private Task<Answer> SignAsync(JsonObject request) => _client.PostJsonAsync(OrderRequests.Sign, request);
}
