using Cds.CdsHooks.Envelope;
using Cds.CdsHooks.Outbound;

namespace Cds.CdsHooks.FhirAccess;

/// <summary>What all queries of one hook call share.</summary>
/// <param name="Server">Base URL.</param>
/// <param name="Authorization">What the client granted.</param>
/// <param name="Deadline">Timestamp at which the time is used up.</param>
/// <param name="Allowance">What all answers together may hold.</param>
/// <param name="Cancellation">Cancelled at the deadline, or when the client goes away.</param>
/// <param name="ClientGone">Cancelled when the client goes away.</param>
internal sealed record FhirCall(
    Uri Server, FhirAuthorization Authorization, long Deadline, ByteAllowance Allowance, CancellationToken Cancellation, CancellationToken ClientGone);
