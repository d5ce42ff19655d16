using System.Globalization;
using Cds.CdsHooks.Localization;
using Cds.Knowledge.Recommendations;

namespace Cds.CdsHooks.Cards;

/// <summary>The one warning for a request whose clinical resources all belong to another patient: a merged or a wrong id (contract 3.12).</summary>
internal static class OtherPatientCard
{
    private const string Id = "workup.other-patient", Topic = "safety";

    /// <summary>The card; null when a resource is the patient's, or none was sent.</summary>
    public static Card? Compose(CardContext context)
    {
        if (context.Patient.AllOfAnotherPatient is not (> 0 and var count)) return null;
        return new Card
        {
            Uuid = Guid.NewGuid(),
            Summary = SummaryText.Fit(CardPhrases.OtherPatientSummary.In(context.Language)),
            Detail = CardPhrases.OtherPatientDetail.With("count", count.ToString(CultureInfo.InvariantCulture)).In(context.Language),
            Indicator = Urgency.Warning,
            Source = CardSources.ServiceItself(context, Topic),
            Assessment = new CardAssessment(Id),
        };
    }
}
