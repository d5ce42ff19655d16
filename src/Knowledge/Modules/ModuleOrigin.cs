using Cds.Knowledge.Approvals;

namespace Cds.Knowledge.Modules;

/// <summary>What a reader has to know of a rule that is beyond the documents.</summary>
/// <param name="Module">Id of the module.</param>
/// <param name="SpeaksFrom">The date of its source, as exactly as it is known.</param>
/// <param name="Jurisdictions">Where it holds (<c>jp</c>, <c>us</c>, <c>eu</c>); empty where that makes no difference.</param>
/// <param name="Certainty">Whether its numbers were read in the primary text or in a report about it.</param>
public sealed record ModuleOrigin(string Module, ClinicalDate SpeaksFrom, IReadOnlyList<string> Jurisdictions, Certainty Certainty);
