using Cds.Knowledge.Patients;
using Cds.Knowledge.Tests.Content;
using Cds.Knowledge.Tests.Criteria;
using Cds.Knowledge.Tests.Evaluation;

namespace Cds.Knowledge.Tests.Recommendations;

/// <summary>A response holds eight cards at most: which ones must not hang on the order in which the drafts were written.</summary>
public sealed class DraftSequenceTests
{
    private static readonly DraftOrder[] Drafts =
    [
        Ordered.Order("zoledronic-acid", 4m), Ordered.Order("lenalidomide", 50m, doses: 28m), Ordered.Order("bortezomib", 10m, doses: 8m),
        Ordered.Order("pomalidomide", 8m, doses: 28m), Ordered.Order("apixaban", 5m, doses: 56m),
    ];

    [Theory]
    [InlineData(4, 3, 2, 1, 0)]
    [InlineData(2, 0, 4, 1, 3)]
    [InlineData(1, 2, 3, 4, 0)]
    public void Recommendations_about_drafts_come_in_one_sequence(params int[] order)
    {
        string[] expected = Answers(Drafts);
        Assert.True(expected.Length > 5, string.Join("; ", expected));
        Assert.Equal(expected, Answers([.. order.Select(i => Drafts[i])]));
    }

    private static string[] Answers(DraftOrder[] drafts)
    {
        PatientFacts patient = Ordered.Patient(drafts) with
        {
            Observations = [Build.Quantity("creatinine-clearance", 20m), Build.Quantity("platelets", 25m), Build.Quantity("calcium", 7.5m), Build.Quantity("albumin", 4m)],
        };
        return [.. new Assessor(Shipped.Knowledge).JudgeOrders(patient, Build.Today).Recommendations.Select(r => $"{r.Definition.Id}: {r.Status}: {r.Summary.En}")];
    }
}
