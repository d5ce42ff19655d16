namespace Cds.CdsHooks.Limits;

/// <summary>How many records of one patient are evaluated at once. They are counted, not cut: an answer without some of them would look complete.</summary>
internal sealed class RecordLimit(IOptions<CdsOptions> options, LimitMetrics metrics)
{
    private readonly int _most = options.Value.Limits.Records;

    /// <summary>The problem with the number of entries of Bundles, or null.</summary>
    public RequestProblem? Check(params IEnumerable<JsonElement> bundles)
    {
        if (bundles.Sum(Entries) <= _most) return null;
        metrics.Refused(Bound.Records);
        return new RequestProblem(ProblemKind.TooManyRecords, LimitPhrases.TooManyRecords.With("limit", _most.ToString(CultureInfo.InvariantCulture)));
    }

    private static long Entries(JsonElement bundle) =>
        bundle.ValueKind == JsonValueKind.Object && bundle.TryGetProperty("entry", out JsonElement entries) && entries.ValueKind == JsonValueKind.Array ? entries.GetArrayLength() : 0;
}
