using Cds.CdsHooks.Pages;
using Cds.Knowledge.Values;

namespace Cds.CdsHooks.Tests.Pages;

/// <summary>Links are relative, so that they hold under any prefix that a proxy adds or takes away.</summary>
public sealed class PageContextTests
{
    [Theory]
    [InlineData("/", "./knowledge/book?lang=ja")]
    [InlineData("/try", "./knowledge/book?lang=ja")]
    [InlineData("/knowledge/book", "../knowledge/book?lang=ja")]
    [InlineData("/knowledge/rules/staging.iss", "../../knowledge/book?lang=ja")]
    [InlineData("/knowledge/book/jsh-2023/", "../../../knowledge/book?lang=ja")]
    public void A_link_climbs_to_the_root_of_the_service(string path, string link) => Assert.Equal(link, Of(path).To("knowledge/book"));

    [Fact]
    public void Ids_are_escaped_and_anchors_follow() => Assert.Equal("./knowledge/rules/a%2Fb?lang=ja", Of("/x").ToRule("a/b"));

    [Fact]
    public void The_switch_of_language_keeps_every_parameter() =>
        Assert.Equal("?q=a%26b&q=c&lang=en", new PageContext(Language.Japanese, "/x", [new("q", "a&b"), new("q", "c")]).Switched);

    private static PageContext Of(string path) => new(Language.Japanese, path, []);
}
