using Cds.CdsHooks.Cards.Glance;

namespace Cds.CdsHooks.Cards;

/// <summary>The one warning of a request in which every record belongs to another patient: a chart under an id of before a merge, or a wrong id.</summary>
internal static class OtherPatientCard
{
    private const string Id = "safety.other-patient", Topic = "safety";

    /// <summary>The card, or null when at least one record is the patient's, or none was sent.</summary>
    public static CardDraft? Compose(CardContext context)
    {
        if (!context.Patient.IsAllOfOthers) return null;
        var card = new Card
        {
            Uuid = Guid.NewGuid(),
            Summary = SummaryText.Fit(OtherPatientPhrases.Summary.In(context.Language)),
            Indicator = Urgency.Warning,
            Source = CardSources.ServiceItself(context, Topic),
            Assessment = new CardAssessment(Id),
        };
        var glance = new GlanceText(Sentences.First(OtherPatientPhrases.Detail, context.Language), GlancePhrases.OfService.In(context.Language))
        {
            Remarks = [OtherPatientPhrases.WhatToDo.In(context.Language)],
        };
        return new CardDraft(card, glance, () => new DetailText(context.Language).Paragraph(OtherPatientPhrases.Detail.In(context.Language)).ToString());
    }
}
