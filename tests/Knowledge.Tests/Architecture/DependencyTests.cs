namespace Cds.Knowledge.Tests.Architecture;

public sealed class DependencyTests
{
    [Fact]
    public void Knowledge_knows_neither_FHIR_nor_HTTP_nor_the_other_projects()
    {
        string[] references = [.. typeof(KnowledgeBase).Assembly.GetReferencedAssemblies().Select(a => a.Name!)];
        Assert.DoesNotContain(references, r => r.StartsWith("Cds.", StringComparison.Ordinal));
        Assert.DoesNotContain(references, r => r.StartsWith("Microsoft.AspNetCore", StringComparison.Ordinal) || r.StartsWith("System.Net", StringComparison.Ordinal));
        Assert.DoesNotContain("System.Text.Json", references);
    }
}
