using Cds.Knowledge.Loading;

namespace Cds.Knowledge.Tests.Loading;

/// <summary>The parts that entries play for code are a closed set; what is wrong with one is named with file and line.</summary>
public sealed class RoleDefectTests
{
    private static readonly IReadOnlyList<KnowledgeFile> Shipped = KnowledgeBaseReader.EmbeddedFiles();

    [Fact]
    public void A_part_that_code_computes_with_cannot_be_left_out()
    {
        KnowledgeFile file = Shipped.Single(f => f.Path == "computations/facts.yaml");
        string text = string.Join('\n', file.Text.Split('\n').Where(line => !line.Contains("id: sensitivity", StringComparison.Ordinal)));
        KnowledgeFile[] files = [.. Shipped.Where(f => f != file), file with { Text = text }];
        Assert.Contains(Assert.Throws<KnowledgeDefectsException>(() => KnowledgeBaseReader.Read(files)).Defects, d => d.What == "'sensitivity' is missing: code computes with it");
    }

    [Theory]
    [InlineData("facts/chemistry.yaml", "prefetch: chemistry", "prefetch: chemestry", "'prefetch' has to be one of chemistry, myeloma-markers")]
    [InlineData("facts/m-protein.yaml", "prefetch: myelomaMarkers\n    absent-is-zero: true", "absent-is-zero: maybe", "'absent-is-zero' has to be true or false, not 'maybe'")]
    [InlineData("facts/cytogenetics.yaml", "prefetch: cytogenetics", "absent-is-zero: true", "'absent-is-zero' belongs to an amount")]
    [InlineData("facts/status.yaml", "reads-as: r-iss", "reads-as: iss", "'reads-as: iss' is said of 'recorded-iss' already")]
    [InlineData("facts/m-protein.yaml", "reads-as: isotype", "present-once-found: false", "'tells-isotype' needs a fact that 'reads-as: isotype'")]
    [InlineData("facts/vital-signs.yaml", "doses-per: kg", "doses-per: stone", "'doses-per' has to be one of kg, m2, not 'stone'")]
    [InlineData("facts/vital-signs.yaml", "doses-per: kg", "doses-per: m2", "'doses-per' belongs to a fact of that unit")]
    [InlineData("facts/derived.yaml", "from-facts: [extramedullary-disease", "from-facts: [extramedullary-diseases", "unknown fact 'extramedullary-diseases' in 'from-facts'")]
    [InlineData("conditions.yaml", "narrower-than: multiple-myeloma", "narrower-than: myeloma", "unknown narrower-than 'myeloma'")]
    [InlineData("conditions.yaml", "ja: \"アミロイドーシス（病型の記録なし）\" }", "ja: \"アミロイドーシス（病型の記録なし）\" }, asymptomatic: true", "only a plasma-cell disorder is 'asymptomatic' or not")]
    [InlineData("conditions.yaml", "asymptomatic: true, narrower-than", "asymptomatic: true, of-regimens: true, narrower-than", "'of-regimens: true' is said of 'multiple-myeloma' already")]
    [InlineData("procedures.yaml", "event: car-t-infusion", "event: line-start", "'event' has to be one of car-t-infusion, autologous-transplant here, not 'line-start'")]
    [InlineData("procedures.yaml", "preceded-by: mobilisation", "preceded-by: treatment", "'preceded-by' has to be one of conditioning, mobilisation, lymphodepletion, not 'treatment'")]
    [InlineData("procedures.yaml", ", preceded-by: mobilisation", "", "no procedure is 'preceded-by: mobilisation'")]
    [InlineData("procedures.yaml", "shows: dental-check", "shows: albumin", "'shows' has to name a fact that is present or absent, not 'albumin'")]
    [InlineData("drugs/antibodies.yaml", "maintenance-with: [lenalidomide]", "maintenance-with: [lenalidomid]", "unknown maintenance-with 'lenalidomid'")]
    [InlineData("drugs/cytotoxic.yaml", "narrower-than: doxorubicin", "narrower-than: pegylated-liposomal-doxorubicin", "'narrower-than' names the drug itself")]
    [InlineData("override-reasons.yaml", "of-missing-data: 2", "of-missing-data: 1", "'of-missing-data: 1' is said of")]
    [InlineData("conclusions/therapy.phase.yaml", "computation: phase", "computation: stage", "'computation' has to be one of exposed, refractory, lines, phase, response, residual-disease, not 'stage'")]
    [InlineData("conclusions/therapy.phase.yaml", "computation: phase\n", "", "'computation' is missing: say which code computes it")]
    [InlineData("conclusions/therapy.phase.yaml", "value: off-treatment", "value: over", "the values of this computation are untreated, on-treatment, maintenance, off-treatment, relapsed")]
    [InlineData("conclusions/therapy.exposed.yaml", "anti-cd38]", "anti-cd83]", "unknown class 'anti-cd83'")]
    [InlineData("conclusions/therapy.exposed.yaml", "computation: exposed", "computation: refractory", "'computation: refractory' is said of")]
    [InlineData("conclusions/staging.iss.yaml", "part: main", "part: stage", "one conclusion of the staging card has to be 'part: main'")]
    [InlineData("conclusions/staging.iss.yaml", "place: 2", "place: 1", "'staging-card of place 1' is said of")]
    [InlineData("computations/facts.yaml", "id: serum-protein", "id: serum-proteins", "'id' has to be one of serum-protein, urine-protein")]
    [InlineData("computations/facts.yaml", "id: urine-protein", "id: serum-protein", "'serum-protein' is given twice")]
    [InlineData("computations/facts.yaml", "facts: iga", "facts: [iga, igg]", "only one fact can be 'immunoglobulin-a'")]
    [InlineData("computations/facts.yaml", "facts: iga", "facts: igx", "unknown fact 'igx'")]
    public void A_wrong_part_is_named(string path, string right, string wrong, string what)
    {
        KnowledgeFile file = Shipped.Single(f => f.Path == path);
        Assert.Contains(right, file.Text, StringComparison.Ordinal);
        int at = file.Text.IndexOf(right, StringComparison.Ordinal);
        KnowledgeFile[] files = [.. Shipped.Where(f => f != file), file with { Text = file.Text[..at] + wrong + file.Text[(at + right.Length)..] }];
        IReadOnlyList<KnowledgeDefect> defects = Assert.Throws<KnowledgeDefectsException>(() => KnowledgeBaseReader.Read(files)).Defects;
        Assert.Contains(defects, defect => defect.What.Contains(what, StringComparison.Ordinal) && defect.Line > 0);
    }
}
