using Cds.Knowledge.Conclusions;

namespace Cds.Knowledge.Loading.Checks;

/// <summary>The bands of a score rise without gap or overlap, the last is open, and points enough for each can be had.</summary>
internal sealed class ScoreBandOrder : ISenseCheck
{
    /// <inheritdoc />
    public void Check(ContentRead content)
    {
        foreach (PointScore score in content.Conclusions.OfType<PointScore>())
        {
            decimal most = score.Items.Sum(item => item.Rows.Select(row => row.Points).DefaultIfEmpty().Max());
            decimal? below = null;
            foreach (ScoreBand band in score.Bands)
            {
                void Report(string what) => content.Defect(band, "conclusions", score.Id, what);
                bool isLast = ReferenceEquals(band, score.Bands[^1]);
                if (isLast != band.AtMost is null) Report($"the last band, and only it, has no 'lte': '{band.Value}'");
                if (band.AtMost <= below) Report($"band '{band.Value}' ends at or below the one before it");
                if (below >= most) Report($"band '{band.Value}' is never reached: {most} points are the most");
                below = band.AtMost ?? below;
            }
        }
    }
}
