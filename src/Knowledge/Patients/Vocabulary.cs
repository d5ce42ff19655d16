using Cds.Knowledge.Values;

namespace Cds.Knowledge.Patients;

/// <summary>A condition that rules can ask about.</summary>
/// <param name="Id">Stable id, kebab case.</param>
/// <param name="Title">Name for readers.</param>
/// <param name="IsPlasmaCellDisorder">Whether having it (now or in the past) makes the patient one of this service's.</param>
public sealed record ConditionDefinition(string Id, LocalizedText Title, bool IsPlasmaCellDisorder);

/// <summary>A procedure that rules can ask about.</summary>
/// <param name="Id">Stable id, kebab case.</param>
/// <param name="Title">Name for readers.</param>
public sealed record ProcedureDefinition(string Id, LocalizedText Title);

/// <summary>An action that an option may name and that is neither drug, regimen nor fact (<c>dental-referral</c>).</summary>
/// <param name="Id">Option id of the contract.</param>
/// <param name="Title">Name for readers.</param>
/// <param name="Order">Code under which it can be requested, if any.</param>
public sealed record ActionDefinition(string Id, LocalizedText Title, Facts.OrderCode? Order);
