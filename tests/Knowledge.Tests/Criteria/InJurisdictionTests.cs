using Cds.Knowledge.Criteria;
using Cds.Knowledge.Evaluation;
using Cds.Knowledge.Tests.Content;
using Cds.Knowledge.Tests.Evaluation;
using Cds.Knowledge.Values;

namespace Cds.Knowledge.Tests.Criteria;

public sealed class InJurisdictionTests
{
    [Fact]
    public void A_service_that_names_none_answers_for_Japan()
    {
        Assert.Equal(Truth.True, new InJurisdiction(["jp"]).Evaluate(Build.Context(Build.Myeloma())).Truth);
        Assert.Equal(Truth.True, new InJurisdiction(["us", "jp"]).Evaluate(Build.Context(Build.Myeloma())).Truth);
        Assert.Equal(Truth.False, new InJurisdiction(["us", "eu"]).Evaluate(Build.Context(Build.Myeloma())).Truth);
    }

    [Fact]
    public void The_setting_decides()
    {
        KnowledgeBase american = Shipped.Knowledge with { Approvals = Shipped.Knowledge.Approvals with { Jurisdiction = "us" } };
        Assert.Equal(Truth.True, new InJurisdiction(["us"]).Evaluate(new PatientContext(american, Build.Myeloma(), Build.Today, new HashSet<string>())).Truth);
    }
}
