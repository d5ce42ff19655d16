using Cds.FhirMapping.Json;
using Cds.FhirMapping.Terminology;

namespace Cds.FhirMapping.DataTypes;

/// <summary>A code in a system, with the text that came beside it.</summary>
/// <param name="System">The code system; unknown when the sender's URI is not one of ours.</param>
/// <param name="Uri">The URI as sent.</param>
/// <param name="Code">The code.</param>
/// <param name="Display">The text beside it, never used to identify laboratory data.</param>
internal readonly record struct Coding(CodeSystemId System, string? Uri, string Code, string? Display);

/// <summary>Codes and text for one concept.</summary>
/// <param name="Codings">Codes.</param>
/// <param name="Text">Free text.</param>
internal sealed record CodeableConcept(IReadOnlyList<Coding> Codings, string? Text)
{
    public static CodeableConcept Empty { get; } = new([], null);

    /// <summary>All texts: the free text first, then the displays.</summary>
    public IEnumerable<string> Texts
    {
        get
        {
            if (Text is not null) yield return Text;
            foreach (Coding coding in Codings)
            {
                if (coding.Display is not null) yield return coding.Display;
            }
        }
    }

    /// <summary>What a reader would call it.</summary>
    public string? Name => Text ?? Codings.Select(c => c.Display).FirstOrDefault(d => d is not null) ?? (Codings.Count > 0 ? Codings[0].Code : null);

    public bool IsEmpty => Codings.Count == 0 && Text is null;

    /// <summary>Reads a CodeableConcept; also a CodeableReference of R5 (its concept), a single Coding, or a bare code.</summary>
    public static CodeableConcept Read(FhirElement element)
    {
        if (element.Text is { } bare) return new CodeableConcept([], bare);
        if (!element.IsObject) return Empty;
        if (element["concept"] is { IsObject: true } concept) return Read(concept);
        var codings = new List<Coding>();
        foreach (FhirElement item in element["coding"].Items) Add(codings, item);
        if (element["code"].Exists && element["system"].Exists) Add(codings, element);
        return new CodeableConcept(codings, element["text"].Text);
    }

    /// <summary>The same concept with the codes of another beside its own.</summary>
    public CodeableConcept With(CodeableConcept other) => new([.. Codings, .. other.Codings], Text ?? other.Text);

    private static void Add(List<Coding> codings, FhirElement item)
    {
        if (item["code"].Text is not { } code) return;
        string? uri = item["system"].Text;
        codings.Add(new Coding(CodeSystemUris.Identify(uri), uri, code, item["display"].Text));
    }
}
