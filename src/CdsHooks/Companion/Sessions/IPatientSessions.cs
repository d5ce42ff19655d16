namespace Cds.CdsHooks.Companion.Sessions;

/// <summary>
/// The seam between those who bring a patient (a sample, a pasted Bundle, an open server, a SMART launch) and the pages that show one. The record stays on this
/// side; the browser holds a random id in a cookie that scripts cannot read.
/// </summary>
internal interface IPatientSessions
{
    /// <summary>Opens a patient for the browser of a request, instead of the one it had; sets the cookie of the answer.</summary>
    /// <returns>The session, or the problem when as many bytes are open as may be.</returns>
    Outcome<PatientSession> Open(HttpContext context, OpenedPatient patient);

    /// <summary>The session of the browser of a request, which lives on by being asked for; null when it has none or it has ended.</summary>
    PatientSession? Of(HttpContext context);

    /// <summary>Ends the session of the browser of a request and takes its cookie back; nothing happens where there is none.</summary>
    void End(HttpContext context);
}
