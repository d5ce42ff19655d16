using Cds.FhirMapping.Values;
using Hl7.Fhir.Model;

namespace Cds.FhirMapping.Resources;

/// <summary>
/// Reads orders being written. Anything but the drug may be missing, and the status may be any that is not over: changed orders are signed
/// again. An order not to give something is none to judge. What cannot be read of an order is kept as such: it must not vanish.
/// </summary>
internal sealed class DraftOrderReader(ReadingContext context, MedicationReader medications, ServiceRequestReader services, DraftOrderBundle drafts)
{
    private static readonly string[] Over = ["cancelled", "stopped", "completed", "ended", "entered-in-error", "revoked"];

    private readonly DraftDrugReader _drugs = new(context, medications);
    private readonly ProductDose _doses = new(context);
    private readonly List<DraftOrder> _orders = [];
    private readonly List<UnidentifiedDraft> _unidentified = [];
    private readonly List<DraftService> _services = [];

    /// <summary>Drug orders, in the order of the Bundle.</summary>
    public IReadOnlyList<DraftOrder> Orders => _orders;

    /// <summary>Drug orders of which nobody can tell what they are.</summary>
    public IReadOnlyList<UnidentifiedDraft> Unidentified => _unidentified;

    /// <summary>Examinations and services.</summary>
    public IReadOnlyList<DraftService> Services => _services;

    /// <summary>Reads all entries.</summary>
    public void ReadAll()
    {
        foreach (ResourceEntry entry in drafts.Entries)
        {
            switch (entry.Resource)
            {
                case MedicationRequest order when IsToBeDone(entry, order.StatusElement, order.DoNotPerformElement, order.Subject):
                    ReadDrug(entry, order);
                    break;
                case ServiceRequest order when IsToBeDone(entry, order.StatusElement, order.DoNotPerformElement, order.Subject):
                    _services.AddRange(services.IdsOf(order).Select(id => new DraftService(id, entry.Reference)));
                    break;
                case null when entry is { Type: "MedicationRequest", IsUnusable: true }:
                    AddUnidentified(entry.Reference, UnidentifiedReason.Damaged, null);
                    break;
                default:
                    break;
            }
        }

        // An entry that is no resource may have been the order that matters; nobody picks such an entry by name.
        _unidentified.AddRange(drafts.UnreadEntries.Select(place => new UnidentifiedDraft(place, UnidentifiedReason.Damaged, true)));
    }

    private bool IsToBeDone(ResourceEntry entry, PrimitiveType? status, FhirBoolean? doNotPerform, ResourceReference? subject) =>
        !(StatusWords.Of(status) is { } word && Over.Contains(word)) && doNotPerform.Truth() != true && context.IsAboutPatient(entry, subject);

    private void ReadDrug(ResourceEntry entry, MedicationRequest order)
    {
        DraftDrugs named = _drugs.Read(entry);
        if (named.Unidentified is { } reason)
        {
            bool isDamaged = entry.UnreadPaths.Any(path => path.StartsWith(".medication", StringComparison.Ordinal));
            // While orders are being picked, the drug may still have to be chosen.
            if (isDamaged || reason != UnidentifiedReason.NoDrug || !drafts.IsBeingChosen) AddUnidentified(entry.Reference, isDamaged ? UnidentifiedReason.Damaged : reason, named.Named);
            return;
        }

        var dosage = DosageReading.Read(order.DosageInstruction);
        var course = OrderCourse.Of(order, context.Dates);
        foreach (RecognisedDrug drug in named.Drugs)
        {
            DrugDose dose = _doses.Of(drug.Id, entry, dosage);
            _orders.Add(new DraftOrder(drug.Id, entry.Reference, drafts.IsSelected(entry.Reference))
            {
                DoseAmount = dose.Unread is null ? dose.Amount : null,
                DoseUnit = dose.Unread is null ? dose.Unit : null,
                DoseAsWritten = dose.Written,
                DosesPer28Days = dosage.DosesPer28Days,
                CourseDays = course.Days is > 0m ? course.Days : null,
                FirstDay = course.FirstDay,
                Unread = [.. UnreadOf(entry, dosage, dose).Distinct()],
                Route = RouteReader.Read(order.DosageInstruction.Select(d => d.Route), context),
                Replaces = [.. References([order.PriorPrescription, .. order.BasedOn])],
                MatchedByText = drug.ByText,
            });
        }
    }

    private static IEnumerable<UnreadPart> UnreadOf(ResourceEntry entry, DosageReading dosage, DrugDose dose)
    {
        if (dose.Unread is { } part) yield return part;
        if (dosage.HasOtherTiming) yield return UnreadPart.Timing;
        foreach (string path in entry.UnreadPaths.Where(path => path.StartsWith(".dosage", StringComparison.Ordinal)))
        {
            if (path.Contains(".timing", StringComparison.Ordinal)) yield return UnreadPart.Timing;
            else if (path.Contains(".dose", StringComparison.Ordinal)) yield return UnreadPart.Dose;
            else if (!path.Contains("].", StringComparison.Ordinal))
            {
                yield return UnreadPart.Dose;
                yield return UnreadPart.Timing;
            }
        }
    }

    private void AddUnidentified(string reference, UnidentifiedReason reason, string? named) =>
        _unidentified.Add(new UnidentifiedDraft(reference, reason, drafts.IsSelected(reference)) { Named = named });

    private static IEnumerable<string> References(IEnumerable<ResourceReference?> references) =>
        references.Select(r => r?.ReferenceElement.Text()).OfType<string>().Select(text => ReferenceResolver.Relative(text) ?? text);
}
