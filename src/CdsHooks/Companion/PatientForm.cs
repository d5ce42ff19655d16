using System.Text;
using Cds.CdsHooks.Companion.Sessions;
using Cds.CdsHooks.Envelope;
using Cds.CdsHooks.Start;
using Cds.CdsHooks.Trust;

namespace Cds.CdsHooks.Companion;

/// <summary>Reads the form that opens a patient: the name of a sample, or a Bundle under the limits of every body.</summary>
internal sealed class PatientForm(FormReader forms, PastedBundle pasted, TrustMode trust)
{
    /// <summary>Field with the name of a sample.</summary>
    public const string Sample = "sample";

    /// <summary>The patient of the form.</summary>
    public async Task<Outcome<OpenedPatient>> ReadAsync(HttpContext context)
    {
        Outcome<SentForm> form = await forms.ReadAsync(context);
        if (form.Problem is { } unreadable) return unreadable;
        if (form.Value.Fields[Sample].ToString() is { Length: > 0 } name) return Journeys.Open(name) is { } sample ? sample : new RequestProblem(ProblemKind.NotFound, StartPhrases.NoSuchSample);
        PastedReading reading = pasted.Of(form.Value);
        if (reading.Problem is { } problem) return problem;
        if (trust.IsRequired) return new RequestProblem(ProblemKind.Forbidden, CompanionPhrases.OnlySamples);
        return new OpenedPatient(Encoding.UTF8.GetBytes(reading.Text!), PatientOrigin.Given, CompanionPhrases.GivenPatient) { AsOf = reading.AsOf.Length > 0 ? reading.AsOf : null };
    }
}
