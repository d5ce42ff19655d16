using Hl7.Fhir.Model;

namespace Cds.FhirMapping.DataTypes;

/// <summary>What is asked of a CodeableConcept: its codes with their systems, and the texts beside them.</summary>
internal static class Concepts
{
    /// <summary>A concept that says nothing.</summary>
    public static CodeableConcept Nothing() => new();

    /// <summary>A concept of one text.</summary>
    public static CodeableConcept OfText(string? text) => new() { Text = text };

    /// <summary>The codes, in the order they were sent.</summary>
    public static IEnumerable<CodeInSystem> Codes(this CodeableConcept? concept)
    {
        if (concept is null) yield break;
        foreach (Coding coding in concept.ListOf<Coding>("coding"))
        {
            if (CodeInSystem.Of(coding) is { } code) yield return code;
        }
    }

    /// <summary>All texts: the free text first, then the displays. They never identify laboratory data.</summary>
    public static IEnumerable<string> Texts(this CodeableConcept? concept)
    {
        if (concept is null) yield break;
        if (concept.TextElement.Text() is { } text) yield return text;
        foreach (Coding coding in concept.ListOf<Coding>("coding"))
        {
            if (coding.DisplayElement.Text() is { } display) yield return display;
        }
    }

    /// <summary>What a reader would call it; null when it says nothing.</summary>
    public static string? Name(this CodeableConcept? concept) => concept?.TextElement.Text() ?? concept.Texts().FirstOrDefault() ?? concept.Codes().Select(c => c.Code).FirstOrDefault();

    /// <summary>Whether there is neither a code nor a text.</summary>
    public static bool IsEmpty(this CodeableConcept? concept) => concept.Name() is null;

    /// <summary>The same concept with the codes of another beside its own.</summary>
    public static CodeableConcept With(this CodeableConcept concept, CodeableConcept? other) => other is null || other.Coding.Count == 0
        ? concept
        : new CodeableConcept { TextElement = concept.TextElement, Coding = [.. concept.Coding, .. other.Coding], Extension = concept.Extension };
}
