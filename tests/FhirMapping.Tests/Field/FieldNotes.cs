using Cds.Knowledge.Patients;

namespace Cds.FhirMapping.Tests.Field;

/// <summary>Whether a note names the resource of a row, as its column <c>note</c> asks.</summary>
internal static class FieldNotes
{
    public static void Hold(FieldRow row, PatientFacts facts)
    {
        if (row["note"].Length == 0) return;
        Note[] notes = [.. facts.Notes.Where(n => n.Resource?.EndsWith("/x", StringComparison.Ordinal) == true || n.Resource?.Contains("entry[", StringComparison.Ordinal) == true)];
        Assert.True((row["note"] == "yes") == (notes.Length > 0), $"{row["id"]}: {(notes.Length > 0 ? notes[0].Text.En : "no note")}");
    }
}
