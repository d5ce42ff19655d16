namespace Cds.FhirMapping.Answers;

/// <summary>A share of cells that stands with a finding, and the cut-off of the laboratory where the text gives it: <c>65% (cutoff 3%)</c>.</summary>
/// <param name="Percent">Share of cells in percent; a range where the text gives a range or bound.</param>
/// <param name="CutOff">The laboratory's own cut-off in percent; null when the text gives none.</param>
internal readonly record struct CellShare(ValueRange Percent, decimal? CutOff = null)
{
    /// <summary>The one share among the tokens; limits are none, and several different ones are none.</summary>
    public static CellShare? Of(IEnumerable<Token> tokens)
    {
        ValueRange? found = null;
        decimal? cutOff = null;
        bool limit = false;
        foreach (Token token in tokens)
        {
            if (token.Kind == WordKind.CutOff) limit = true;
            if (token.Kind != WordKind.Share) continue;
            if (limit)
            {
                cutOff = token.Share?.Low ?? token.Share?.High;
            }
            else
            {
                if (found is { } other && other != token.Share) return null;
                found = token.Share;
            }

            limit = false;
        }

        return found is { } share ? new CellShare(share, cutOff) : null;
    }
}
