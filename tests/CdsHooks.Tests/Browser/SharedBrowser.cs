namespace Cds.CdsHooks.Tests.Browser;

/// <summary>One service and one browser for the tests that only look at pages, each in a window of its own.</summary>
[CollectionDefinition(Name)]
public sealed class SharedBrowser : ICollectionFixture<BrowserService>
{
    internal const string Name = "shared browser";
}
