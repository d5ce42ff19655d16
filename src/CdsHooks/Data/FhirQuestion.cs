using Cds.CdsHooks.Envelope;

namespace Cds.CdsHooks.Data;

/// <summary>What is asked of a FHIR server for one patient.</summary>
/// <param name="Id">Id for the log: the hook instance, or a launch.</param>
/// <param name="Server">Base URL; whoever asks has checked that it may be called.</param>
/// <param name="Authorization">What may be read there.</param>
/// <param name="Context">What the tokens of the templates stand for.</param>
internal sealed record FhirQuestion(Guid Id, Uri Server, FhirAuthorization Authorization, JsonElement Context);
