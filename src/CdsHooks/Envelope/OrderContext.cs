using Cds.FhirMapping.Reading;

namespace Cds.CdsHooks.Envelope;

/// <summary>
/// The context fields of the order hooks. What FHIR would refuse in a draft is no reason for an error: orders are unfinished by nature, and
/// selections that name nothing select nothing.
/// </summary>
internal static class OrderContext
{
    private const string Path = "$.context", Drafts = "draftOrders", Selections = "selections";

    /// <summary>The problem with the context, or null.</summary>
    /// <param name="context">The context.</param>
    /// <param name="hasSelections">Whether the hook says which orders were just picked.</param>
    public static RequestProblem? Check(JsonElement context, bool hasSelections) =>
        HookContext.CheckPatientAndUser(context)
        ?? context.CheckObject(Path, Drafts)
        ?? CheckBundle(context.GetProperty(Drafts))
        ?? (hasSelections ? CheckSelections(context) : null);

    /// <summary>Takes the drafts of a checked request apart.</summary>
    public static DraftOrderBundle Read(HookRequest request, bool hasSelections) => new(
        RawJson.Of(request.Context.GetProperty(Drafts), request.Body.Bytes),
        hasSelections ? [.. request.Context.GetProperty(Selections).EnumerateArray().Select(selection => selection.GetString()!)] : null);

    private static RequestProblem? CheckBundle(JsonElement drafts)
    {
        JsonElement type = drafts.Optional("resourceType");
        bool isBundle = type.ValueKind == JsonValueKind.Undefined || (type.ValueKind == JsonValueKind.String && type.ValueEquals("Bundle"));
        if (!isBundle) return new RequestProblem(ProblemKind.InvalidMember, OrderPhrases.DraftsAreNoBundle, $"{Path}.{Drafts}");
        // Odd entries are survived one by one; orders that are no list at all would be passed over in silence.
        return drafts.Optional("entry").ValueKind is JsonValueKind.Undefined or JsonValueKind.Array
            ? null
            : new RequestProblem(ProblemKind.InvalidMember, OrderPhrases.EntriesAreNoList, $"{Path}.{Drafts}.entry");
    }

    private static RequestProblem? CheckSelections(JsonElement context)
    {
        JsonElement selections = context.Optional(Selections);
        if (selections.ValueKind == JsonValueKind.Undefined)
            return new RequestProblem(ProblemKind.MissingMember, Phrases.MemberMissing.With("member", Selections), $"{Path}.{Selections}");
        if (selections.ValueKind != JsonValueKind.Array)
            return new RequestProblem(ProblemKind.InvalidMember, OrderPhrases.SelectionsAreNoList, $"{Path}.{Selections}");
        int number = 0;
        foreach (JsonElement selection in selections.EnumerateArray())
        {
            if (selection.ValueKind != JsonValueKind.String)
            {
                string place = string.Create(CultureInfo.InvariantCulture, $"{Path}.{Selections}[{number}]");
                return new RequestProblem(ProblemKind.InvalidMember, OrderPhrases.SelectionsAreNoList, place);
            }

            number++;
        }

        return null;
    }
}
