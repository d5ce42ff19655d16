using Cds.Knowledge.Loading;
using Cds.Knowledge.Tests.Content;
using Cds.Knowledge.Vignettes;
namespace Cds.Knowledge.Tests.Limits;
public sealed class Scratch
{
    [Fact]
    public void Probe()
    {
        var b = new System.Text.StringBuilder();
        foreach (var v in new VignetteReader(Shipped.Knowledge).Read(new KnowledgeFile("vignettes/probe.yaml", File.ReadAllText("/tmp/h/probe.yaml"))))
        {
            var a = v.Patient.DraftOrders.Count > 0 ? new Assessor(Shipped.Knowledge, v.Settings).JudgeOrders(v.Patient, v.AsOf) : new Assessor(Shipped.Knowledge, v.Settings).Assess(v.Patient, v.AsOf);
            b.Append("\n##### " + v.Name + "\n" + string.Join("\n", VignetteRunner.Run(Shipped.Knowledge, v)) + "\n");
            foreach (var e in v.Expectations)
            {
                foreach (var c in a.Conclusions.Where(c => c.Id == e.Id)) b.Append("C " + c.Id + " " + (c.Value is Cds.Knowledge.Conclusions.CodeAnswer x ? x.Code : c.Value?.ToString()) + " missing " + string.Join(",", c.Missing) + "\n confirm " + string.Join("\n confirm ", c.ToConfirm.Select(t => t.En)) + "\n info " + string.Join("\n info ", c.Information.Select(t => t.En)) + "\n");
                foreach (var r in a.Recommendations.Where(r => r.Id == e.Id)) b.Append("R " + r.Id + " " + r.Status + " " + r.Urgency + " cases " + string.Join(",", r.Cases) + " missing " + string.Join(",", r.Missing) + "\n summary " + r.Summary.En + "\n confirm " + string.Join("\n confirm ", r.ToConfirm.Select(t => t.En)) + "\n info " + string.Join("\n info ", r.Information.Select(t => t.En)) + "\n" + string.Concat(r.Options.Select(o => "   opt " + o.Id + " " + o.Standing + "\n" + string.Concat(o.Reasons.Select(x => "      why " + x.Code + " " + x.Text.En + "\n")) + string.Concat(o.Orders.Select(x => "      order " + x.Text.En + "\n")))));
            }
        }
        File.WriteAllText("/tmp/h/probe.txt", b.ToString());
    }
}
