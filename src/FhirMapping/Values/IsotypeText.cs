using Cds.FhirMapping.Answers;

namespace Cds.FhirMapping.Values;

/// <summary>Reads the type of an M-protein from what laboratories write: <c>IgG-λ</c>, <c>IgA kappa</c>, <c>BJP-κ</c>; never from what a text denies or doubts.</summary>
internal static class IsotypeText
{
    private static readonly string[] NonSecretory = ["non-secretory", "non secretory", "nonsecretory", "非分泌型", "非分泌"];
    private static readonly string[] Kappa = ["kappa", "κ", "カッパ"];
    private static readonly string[] Lambda = ["lambda", "λ", "ラムダ"];

    /// <summary>The code of the fact <c>m-protein-isotype</c>; null when the text names none, or more than one, or does not say so for certain.</summary>
    public static string? Read(string text)
    {
        string form = AnswerText.Fold(text);
        List<NamedItem> items = Items(form);
        var heavy = new HashSet<char>();
        bool kappa = false;
        bool lambda = false;
        bool none = false;
        foreach ((ItemReading reading, NamedItem item) in ItemAnswers.Read(form, items, Tokeniser.Read(form, items, [])).Zip(items))
        {
            string name = form[item.Start..item.End];
            bool isChain = HeavyOf(name) is not null || Names(name, Kappa) || Names(name, Lambda);
            bool isNonSecretory = NonSecretory.Contains(name);
            if (!isChain && !isNonSecretory) continue;
            // What a text denies is left out; a chain that it doubts could be the second one.
            if (reading.Meaning is AnswerMeaning.Absent) continue;
            if (reading.Meaning != AnswerMeaning.Present && !reading.IsBare) return null;
            if (HeavyOf(name) is { } chain) heavy.Add(chain);
            kappa |= Names(name, Kappa);
            lambda |= Names(name, Lambda);
            none |= isNonSecretory;
        }

        if (heavy.Count > 1 || (kappa && lambda)) return null;
        string? light = kappa ? "kappa" : lambda ? "lambda" : null;
        if (none) return heavy.Count == 0 && light is null ? "non-secretory" : null;
        if (heavy.Count == 0) return light is null ? null : "light-chain-" + light;
        string type = "Ig" + char.ToUpperInvariant(heavy.Single());
        return light is null ? type : $"{type}-{light}";
    }

    private static List<NamedItem> Items(string form)
    {
        List<NamedItem> items = [.. FindingNames.In(form).Select(n => new NamedItem("protein", n.Start, n.End))];
        foreach (string name in NonSecretory)
        {
            int at = form.IndexOf(name, StringComparison.Ordinal);
            if (at >= 0 && !items.Exists(i => i.Start < at + name.Length && at < i.End)) items.Add(new NamedItem("protein", at, at + name.Length));
        }

        return [.. items.OrderBy(i => i.Start)];
    }

    private static char? HeavyOf(string name)
    {
        int at = name.StartsWith("ig", StringComparison.Ordinal) ? name.AsSpan(2).IndexOfAny("gamde") : -1;
        return at is 0 or 1 ? name[2 + at] : null;
    }

    private static bool Names(string name, string[] chains) => Array.Exists(chains, c => name.Contains(c, StringComparison.Ordinal));
}
