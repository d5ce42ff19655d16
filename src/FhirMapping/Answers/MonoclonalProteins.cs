namespace Cds.FhirMapping.Answers;

/// <summary>Tells one monoclonal protein from another where a result names chains: denying one protein does not deny the others.</summary>
internal static class MonoclonalProteins
{
    /// <summary>"IgA lambda negative" denies one protein, not every one.</summary>
    public static bool IsOfOneProtein(List<(FindingName Name, int Start, int End)> names, ItemReading[] said, int at)
    {
        return IsChain(at) || IsChain(at - 1) || IsChain(at + 1);

        bool IsChain(int i) => i >= 0 && i < said.Length && said[i].Meaning == AnswerMeaning.Absent && names[i].Name.Use is MentionUse.Heavy or MentionUse.Light;
    }

    /// <summary>Both light chains denied, or a denial of every monoclonal protein beside the chains, and nothing found.</summary>
    public static bool OutweighsOthers(List<(FindingName Name, int Start, int End)> names, ItemReading[] said, string folded)
    {
        if (said.Any(s => s.Meaning == AnswerMeaning.Present)) return false;
        bool kappa = false;
        bool lambda = false;
        for (int i = 0; i < said.Length; i++)
        {
            if (said[i].Meaning != AnswerMeaning.Absent) continue;
            if (names[i].Name.Use is not (MentionUse.Heavy or MentionUse.Light)) return true;
            string name = folded[names[i].Start..names[i].End];
            kappa |= name.Contains("kappa", StringComparison.Ordinal) || name.Contains('κ') || name.Contains("カッパ", StringComparison.Ordinal);
            lambda |= name.Contains("lambda", StringComparison.Ordinal) || name.Contains('λ') || name.Contains("ラムダ", StringComparison.Ordinal);
        }

        return kappa && lambda;
    }

    /// <summary>A chain alone may be a quantity ("IgG 1200"); heavy and light chain side by side are a protein.</summary>
    public static bool CountsAsPresent(List<(FindingName Name, int Start, int End)> names, IReadOnlyList<ItemReading> readings, int at, string factId)
    {
        MentionUse use = names[at].Name.Use;
        if (use is MentionUse.Present or MentionUse.None) return use == MentionUse.Present;
        MentionUse partner = use == MentionUse.Heavy ? MentionUse.Light : MentionUse.Heavy;
        return Beside(at - 1) || Beside(at + 1);

        bool Beside(int i) => i >= 0 && i < names.Count && names[i].Name.Use == partner && readings[i].IsBare && readings[i].Id == factId;
    }
}
