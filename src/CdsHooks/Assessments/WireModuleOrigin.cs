using Cds.Knowledge.Modules;

namespace Cds.CdsHooks.Assessments;

/// <summary>What a reader has to know of an answer that is beyond the documents.</summary>
public sealed record WireModuleOrigin
{
    /// <summary>Id of the module.</summary>
    public required string Id { get; init; }

    /// <summary>Date of the source: a year, month or day.</summary>
    public required string SpeaksFrom { get; init; }

    /// <summary>Where it holds (<c>jp</c>, <c>us</c>, <c>eu</c>); absent where that makes no difference.</summary>
    public IEnumerable<string>? Jurisdiction { get; init; }

    /// <summary><c>read</c> in the primary text, or <c>secondary</c>: in a report about it.</summary>
    public required string Certainty { get; init; }

    /// <summary>The origin; null for an answer of the documents.</summary>
    internal static WireModuleOrigin? Of(ModuleOrigin? origin) => origin is null ? null : new()
    {
        Id = origin.Module,
        SpeaksFrom = origin.SpeaksFrom.Text,
        Jurisdiction = origin.Jurisdictions.Filled(),
        Certainty = WireName.Of(origin.Certainty),
    };
}
