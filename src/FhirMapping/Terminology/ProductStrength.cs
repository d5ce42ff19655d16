namespace Cds.FhirMapping.Terminology;

/// <summary>How much of a drug one piece of a product holds: a capsule, a tablet, a vial.</summary>
/// <param name="DrugId">Drug of the knowledge base.</param>
/// <param name="Amount">Amount in one piece, above 0.</param>
/// <param name="Unit">UCUM unit of the amount: <c>mg</c>, <c>ug</c> or <c>[IU]</c>.</param>
/// <param name="Form">What a piece is (<c>capsule</c>, <c>tablet</c>, <c>vial</c>, <c>ampoule</c>, <c>syringe</c> ...); null where a text does not say.</param>
internal readonly record struct ProductStrength(string DrugId, decimal Amount, string Unit, string? Form);
