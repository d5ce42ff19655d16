using System.Text.Json.Serialization;

namespace Cds.CdsHooks.Batch.Register;

/// <summary>What the register keeps of an assessed patient: ids and dates, no name and no value but those that decide what is due.</summary>
/// <param name="Source">Input and number of the line, or the patient of an export.</param>
/// <param name="Patient">Reference of the patient.</param>
/// <param name="Conclusions">The conclusions that apply.</param>
/// <param name="Recommendations">The recommendations that apply.</param>
/// <param name="Candidates">For what the patient is a candidate, or may be.</param>
/// <param name="Missing">What is missing, rule by rule.</param>
/// <param name="Unread">What of the record was not read.</param>
internal sealed record RegisterEntry(
    string Source,
    string Patient,
    IReadOnlyList<EntryConclusion> Conclusions,
    IReadOnlyList<EntryRecommendation> Recommendations,
    IReadOnlyList<EntryCandidate> Candidates,
    IReadOnlyList<EntryMissing> Missing,
    IReadOnlyList<EntryUnread> Unread);

/// <summary>A conclusion.</summary>
/// <param name="Id">Id.</param>
/// <param name="Value">The value; null while undetermined.</param>
internal sealed record EntryConclusion(string Id, string? Value);

/// <summary>A recommendation.</summary>
/// <param name="Id">Id.</param>
/// <param name="Status"><c>due</c>, <c>satisfied</c> or <c>indeterminate</c>.</param>
/// <param name="Urgency"><c>info</c>, <c>warning</c> or <c>critical</c>.</param>
/// <param name="Option">Id of its first option.</param>
/// <param name="Standing">How that stands.</param>
internal sealed record EntryRecommendation(string Id, string Status, string Urgency, string? Option, string? Standing)
{
    /// <summary>Day from which it has been due; null where nobody asked.</summary>
    public DateOnly? Since { get; init; }

    /// <summary>It was due already on the earliest day looked at.</summary>
    public bool? Earlier { get; init; }

    /// <summary>What to do, in the language of the run.</summary>
    public string? What { get; init; }

    /// <summary>The data that decide it, in the language of the run.</summary>
    public string? Why { get; init; }
}

/// <summary>A candidate.</summary>
/// <param name="Candidate">For what.</param>
/// <param name="Rule">The rule that says so.</param>
/// <param name="Met">False while a missing fact decides.</param>
internal sealed record EntryCandidate(string Candidate, string Rule, bool Met)
{
    /// <summary>Day from which; null where nobody asked.</summary>
    public DateOnly? Since { get; init; }

    /// <summary>Already so on the earliest day looked at.</summary>
    public bool? Earlier { get; init; }

    /// <summary>The data that decide it, in the language of the run.</summary>
    public string? Why { get; init; }
}

/// <summary>A missing fact.</summary>
/// <param name="Fact">Id of the fact.</param>
/// <param name="Rule">The rule that it would decide.</param>
internal sealed record EntryMissing(string Fact, string Rule);

/// <summary>Something of the record that was not read.</summary>
/// <param name="Kind"><c>code</c>, <c>text</c>, <c>unit</c> or <c>answer</c>.</param>
/// <param name="Text">What; null for a text that is held back.</param>
internal sealed record EntryUnread(string Kind, string? Text);

/// <summary>How entries are written.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(RegisterEntry))]
internal sealed partial class RegisterJson : JsonSerializerContext;
