using Cds.Knowledge.Loading;

namespace Cds.Knowledge.Tests.Loading.Checks;

/// <summary>The knowledge that ships passes every check of sense.</summary>
public sealed class ShippedSenseTests
{
    [Fact]
    public void Shipped_knowledge_makes_sense() => Assert.NotEmpty(KnowledgeBaseReader.ReadEmbedded().Recommendations);

    [Fact]
    public void A_service_without_local_files_does_not_check_the_sense_again_but_everything_else()
    {
        KnowledgeBase Read(string right, string wrong) => KnowledgeBaseReader.ReadShipped(
            [.. KnowledgeBaseReader.EmbeddedFiles().Select(file => file.Path == "conclusions/staging.iss.yaml" ? file with { Text = file.Text.Replace(right, wrong, StringComparison.Ordinal) } : file)]);
        Assert.Contains(Read("gte: 3.5 g/dL", "gte: 35 g/dL").Conclusions, conclusion => conclusion.Id == "staging.iss");
        Assert.Contains("albumine", Assert.Throws<KnowledgeDefectsException>(() => Read("fact: albumin", "fact: albumine")).Message, StringComparison.Ordinal);
    }
}
