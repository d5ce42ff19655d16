using Cds.CdsHooks.Configuration;
using Cds.CdsHooks.Localization;
using Cds.Knowledge.Values;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;

namespace Cds.CdsHooks.Tests.Localization;

public sealed class RequestLanguageTests
{
    [Theory]
    [InlineData("?lang=ja", "en", Language.Japanese)]
    [InlineData("?lang=JA-jp", null, Language.Japanese)]
    [InlineData("", "ja", Language.Japanese)]
    [InlineData("", "ja-JP,ja;q=0.9,en;q=0.8", Language.Japanese)]
    [InlineData("", "fr-FR,en;q=0.2,ja;q=0.7", Language.Japanese)]
    [InlineData("", "ja;q=0,en;q=0.1", Language.English)]
    [InlineData("", "fr", Language.English)]
    [InlineData("", ";;;", Language.English)]
    [InlineData("", null, Language.English)]
    public void Query_comes_before_header_and_header_before_configuration(string query, string? header, Language expected)
    {
        var context = new DefaultHttpContext();
        context.Request.QueryString = new QueryString(query);
        if (header is not null) context.Request.Headers.AcceptLanguage = header;
        Assert.Equal(expected, new RequestLanguage(Options.Create(new CdsOptions())).Of(context.Request));
    }

    [Fact]
    public void Configuration_decides_when_the_request_does_not() =>
        Assert.Equal(Language.Japanese, new RequestLanguage(Options.Create(new CdsOptions { DefaultLanguage = "ja" })).Of(new DefaultHttpContext().Request));
}
