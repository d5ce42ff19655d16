using Cds.CdsHooks.Data;
using Cds.Knowledge.Patients;

namespace Cds.CdsHooks.Cards;

/// <summary>Everything that the cards of one answer depend on.</summary>
/// <param name="Assessment">What the knowledge base says.</param>
/// <param name="Data">The data that it was said of.</param>
/// <param name="AsOf">The moment asked about.</param>
/// <param name="Language">Language of the texts.</param>
/// <param name="BaseUrl">Address of this service, without a trailing slash.</param>
internal sealed record CardContext(Assessment Assessment, PatientData Data, AsOf AsOf, Language Language, string BaseUrl)
{
    /// <summary>The facts of the patient.</summary>
    public PatientFacts Patient => Data.Facts;
}
