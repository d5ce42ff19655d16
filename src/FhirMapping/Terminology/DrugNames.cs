using System.Collections.Concurrent;
using System.Collections.Frozen;
using Cds.Knowledge.Therapy;

namespace Cds.FhirMapping.Terminology;

/// <summary>
/// Recognises drugs in free text by generic and trade names, English and Japanese. A name counts only as a whole word (the cisplatin brand
/// ランダ must not be found inside another word), and the longest name at a place wins (methylprednisolone is not prednisolone).
/// </summary>
internal sealed class DrugNames
{
    /// <summary>Trade names beyond those of the knowledge base, each with the public list it was read in.</summary>
    private static readonly ILookup<string, string> TradeNames = TerminologyTable.Read("drug-names").ToLookup(row => row["drug"], row => row["name"], StringComparer.Ordinal);

    private readonly List<(string Name, string DrugId)> _names;
    private readonly HashSet<string> _titles;

    /// <summary>Texts that are a name and nothing else, the most frequent ones, are read once. Other texts may say something of a patient and are not kept.</summary>
    private readonly FrozenSet<string> _plainNames;
    private readonly ConcurrentDictionary<string, DrugText> _readPlainNames = new(StringComparer.OrdinalIgnoreCase);

    public DrugNames(IReadOnlyCollection<Drug> drugs, CodeMap codes)
    {
        _plainNames = drugs.SelectMany(d => NamesOf(d, codes)).ToFrozenSet(StringComparer.OrdinalIgnoreCase);
        _titles = [.. drugs.SelectMany(d => new[] { d.Title.En, d.Title.Ja, d.Id.Replace('-', ' ') }).Select(TextForm.Normalise)];
        _names = [.. drugs
            .SelectMany(d => NamesOf(d, codes).Select(name => (Name: TextForm.Normalise(name), d.Id)))
            .Where(n => n.Name.Length > 2)
            .Distinct()
            .OrderByDescending(n => n.Name.Length).ThenBy(n => n.Name, StringComparer.Ordinal).ThenBy(n => n.Id, StringComparer.Ordinal)];
    }

    /// <summary>Names beside the title and the INN, normalised, longest first: brands among them.</summary>
    public IReadOnlyList<(string Name, string DrugId)> OtherNames => [.. _names.Where(n => !_titles.Contains(n.Name))];

    /// <summary>What the text of a drug record says: which drugs, and whether they were given to act in the whole body.</summary>
    public DrugText Read(string text) => _plainNames.Contains(text) ? _readPlainNames.GetOrAdd(text, plain => new DrugText(this, plain)) : new DrugText(this, text);

    /// <summary>The drugs that a text names, whatever it says of them (an allergy names a drug that was not given); empty when it names none.</summary>
    public IReadOnlyList<string> Find(string text)
    {
        string normalised = TextForm.Normalise(text);
        // Word ends are lost with the spaces, so they are marked in a second copy that keeps one character per character.
        bool[] wordStart = WordStarts(text, normalised.Length);
        var taken = new bool[normalised.Length];
        var found = new List<string>();
        foreach ((string name, string drugId) in _names)
        {
            for (int at = normalised.IndexOf(name, StringComparison.Ordinal); at >= 0; at = normalised.IndexOf(name, at + 1, StringComparison.Ordinal))
            {
                if (taken[at] || taken[at + name.Length - 1] || !IsWord(normalised, wordStart, at, name.Length)) continue;
                Array.Fill(taken, true, at, name.Length);
                if (!found.Contains(drugId)) found.Add(drugId);
            }
        }

        return found;
    }

    private static IEnumerable<string> NamesOf(Drug drug, CodeMap codes) =>
        [drug.Title.En, drug.Title.Ja, drug.Id.Replace('-', ' '), .. drug.Names, .. TradeNames[drug.Id], .. codes.NamesOf(TargetKind.Drug, drug.Id)];

    private static bool[] WordStarts(string text, int length)
    {
        var starts = new bool[length + 1];
        int at = 0;
        bool afterSpace = true;
        foreach (char c in TextForm.Fold(text))
        {
            if (char.IsWhiteSpace(c))
            {
                afterSpace = true;
                continue;
            }

            if (at < length) starts[at] = afterSpace;
            afterSpace = false;
            at++;
        }

        starts[length] = true;
        return starts;
    }

    private static bool IsWord(string text, bool[] wordStart, int at, int length)
    {
        int end = at + length;
        bool startsWord = at == 0 || wordStart[at] || !SameScript(text[at - 1], text[at]);
        if (!startsWord) return false;
        if (end == text.Length || wordStart[end] || !SameScript(text[end - 1], text[end])) return true;
        return DrugWords.Suffixes.Any(suffix => string.CompareOrdinal(text, end, suffix, 0, suffix.Length) == 0);
    }

    private static bool SameScript(char left, char right) => (IsKatakana(left) && IsKatakana(right)) || (IsLatinLetter(left) && IsLatinLetter(right));

    private static bool IsKatakana(char c) => c is (>= 'ァ' and <= 'ヺ') or 'ー';

    private static bool IsLatinLetter(char c) => char.IsAsciiLetter(c) || (c is >= 'À' and <= 'ɏ');
}
