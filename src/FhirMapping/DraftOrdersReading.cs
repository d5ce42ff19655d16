using Cds.Knowledge.Patients;

namespace Cds.FhirMapping;

/// <summary>Orders that are being written (CDS Hooks <c>draftOrders</c>).</summary>
/// <param name="Orders">One entry for each drug of each drug order.</param>
/// <param name="Services">Examinations and other services that are being ordered.</param>
/// <param name="Notes">What was ignored while reading, and why.</param>
public sealed record DraftOrdersReading(IReadOnlyList<DraftOrder> Orders, IReadOnlyList<DraftService> Services, IReadOnlyList<Note> Notes);
