using System.Text.RegularExpressions;
using Cds.FhirMapping.Values;
using Hl7.Fhir.Model;

namespace Cds.FhirMapping.Cytogenetics;

/// <summary>
/// Reads mCODE genomic variants: genes, location, kind of change and ISCN text of the components say which abnormality it is, the value of the
/// Observation whether it is there. A variant that is reported absent is an Observation too, so its existence never counts as present.
/// </summary>
internal sealed partial class GenomicVariantReader(ReadingContext context)
{
    private static readonly (string FactId, string Partner)[] Fusions =
        [(Abnormality.T414, "FGFR3"), (Abnormality.T414, "NSD2"), (Abnormality.T414, "WHSC1"), (Abnormality.T414, "MMSET"), (Abnormality.T1416, "MAF"), (Abnormality.T1114, "CCND1"), (Abnormality.T1114, "MYEOV"), (Abnormality.T1420, "MAFB")];

    private static readonly (string FactId, Change Change, string[] Genes, string[] Locations)[] Numerical =
    [
        (Abnormality.Del17P, Change.Deletion, ["TP53"], ["17P"]),
        (Abnormality.Gain1Q, Change.Gain, ["CKS1B"], ["1Q21", "1Q"]),
        (Abnormality.Del13Q, Change.Deletion, ["RB1", "DLEU1", "DLEU2"], ["13Q"]),
        (Abnormality.Del1P, Change.Deletion, ["CDKN2C", "FAF1"], ["1P"]),
    ];

    private enum Change
    {
        Unknown,
        Deletion,
        Gain,
        Fusion,
        Other,
    }

    /// <summary>Abnormalities that the variant is about, with what it says of them.</summary>
    public IReadOnlyList<CytogeneticFinding> Read(Observation observation)
    {
        Answer answer = observation.Value.Concept() is { } concept ? AnswerReader.Read(concept, context.Codes)
            : observation.Value.Words() is { } text ? AnswerReader.Read(text)
            : (observation.Value as FhirBoolean).Truth() is { } yes ? yes ? Answer.Positive : Answer.Negative
            : PresenceValueReader.Interpretation(ObservedResult.Of(observation), context);
        if (answer is Answer.None or Answer.Contradictory) answer = Answer.Indeterminate;
        return [.. Abnormalities(observation).Distinct().Select(id => new CytogeneticFinding(id, answer))];
    }

    private IEnumerable<string> Abnormalities(Observation observation)
    {
        var genes = new List<string>();
        var locations = new List<string>();
        var texts = new List<string>();
        Change change = Change.Unknown;
        foreach (Observation.ComponentComponent component in observation.Component)
        {
            string? part = context.Codes.Find(context.See(component.Code), TargetKind.Variant) is [var named, ..] ? named : null;
            DataType? value = component.Value;
            IReadOnlyList<string> words = value.Concept() is { } concept ? [.. concept.Texts(), .. concept.Codes().Select(c => c.Code)] : value.Words() is { } text ? [text] : [];
            switch (part)
            {
                case "gene":
                    genes.AddRange(words.Select(w => w.ToUpperInvariant()));
                    break;
                case "location":
                    locations.AddRange(words.Select(w => w.ToUpperInvariant().Replace(" ", "", StringComparison.Ordinal)));
                    break;
                case "iscn" or "name":
                    texts.AddRange(words);
                    break;
                case "change-type":
                    change = ChangeOf(value.Concept() ?? Concepts.OfText(words.Count > 0 ? words[0] : null));
                    break;
                case "copy-number" when CopyNumber(value) is { } copies && change == Change.Unknown:
                    change = copies < 2 ? Change.Deletion : copies > 2 ? Change.Gain : Change.Other;
                    break;
                default:
                    break;
            }
        }

        foreach (CytogeneticFinding finding in texts.SelectMany(IscnReader.Read).Where(f => f.Answer != Answer.Negative)) yield return finding.FactId;
        if (genes.Exists(g => Names(g, "IGH")) && change is Change.Unknown or Change.Fusion or Change.Other)
        {
            foreach ((string factId, string partner) in Fusions)
            {
                if (genes.Exists(g => Names(g, partner))) yield return factId;
            }
        }

        foreach ((string factId, Change needed, string[] itsGenes, string[] itsLocations) in Numerical)
        {
            if (change == needed && (genes.Exists(g => itsGenes.Any(own => Names(g, own))) || locations.Exists(l => itsLocations.Any(own => l.StartsWith(own, StringComparison.Ordinal)))))
                yield return factId;
        }
    }

    private Change ChangeOf(CodeableConcept concept)
    {
        switch (context.Codes.Find(concept, TargetKind.Change) is [var known, ..] ? known : null)
        {
            case "deletion": return Change.Deletion;
            case "gain": return Change.Gain;
            case "fusion": return Change.Fusion;
            default: break;
        }

        string words = string.Join(' ', concept.Texts());
        if (FusionWord().IsMatch(words)) return Change.Fusion;
        if (GainWord().IsMatch(words)) return Change.Gain;
        if (DeletionWord().IsMatch(words)) return Change.Deletion;
        return words.Length > 0 || concept.Codes().Any() ? Change.Other : Change.Unknown;
    }

    private static decimal? CopyNumber(DataType? value) => value is Quantity quantity ? Measurement.ReadQuantity(quantity)?.Range.Exact
        : value.PlainNumber() ?? (value.Words() is { } text ? Measurement.ReadText(text)?.Range.Exact : null);

    /// <summary>Whether a gene text names the symbol: alone, or as a part of a fusion name (<c>IGH::FGFR3</c>).</summary>
    private static bool Names(string text, string symbol) => GeneParts().Split(text).Contains(symbol);

    [GeneratedRegex("[^A-Z0-9]+", RegexOptions.CultureInvariant)]
    private static partial Regex GeneParts();

    [GeneratedRegex("fusion|translocation|融合|転座", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex FusionWord();

    [GeneratedRegex("gain|duplication|amplification|増幅|獲得|重複", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex GainWord();

    [GeneratedRegex(@"^(?!.*(insertion|indel)).*(deletion|loss|欠失)", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex DeletionWord();
}
