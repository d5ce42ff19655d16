using Cds.CdsHooks.Cards;
using Cds.Knowledge;
using Cds.Knowledge.Documents;
using Cds.Knowledge.Loading;
using Cds.Knowledge.Values;

namespace Cds.CdsHooks.Tests.Cards;

/// <summary>The line that names the source of a card.</summary>
public sealed class CardSourcesTests
{
    private static readonly KnowledgeBase Knowledge = KnowledgeBaseReader.ReadEmbedded();

    [Theory]
    [InlineData(Language.English, "text undated")]
    [InlineData(Language.Japanese, "日付の記載なし")]
    public void A_work_without_a_date_says_so(Language language, string said)
    {
        Document undated = Knowledge.Documents.Values.First(document => !document.IsDated && document.LiteratureTo is null && document.Parts.Count > 0);
        string line = new CardSources(Knowledge).Brief([new Citation(undated.Parts[0])], null, language);
        Assert.Contains(said, line, StringComparison.Ordinal);
    }
}
