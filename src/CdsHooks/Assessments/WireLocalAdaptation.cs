using Cds.Knowledge.Adaptation;

namespace Cds.CdsHooks.Assessments;

/// <summary>A change that a site's overlay makes.</summary>
/// <param name="Kind">Kind of entry: <c>conclusions</c>, <c>drugs</c>, <c>formulary</c>, ...</param>
/// <param name="Id">Id of the entry.</param>
/// <param name="Change"><c>added</c>, <c>replaced</c>, <c>switched-off</c> or <c>not-on-formulary</c>.</param>
/// <param name="Text">The change in one line.</param>
public sealed record WireLocalAdaptation(string Kind, string Id, string Change, string Text)
{
    internal static WireLocalAdaptation Of(LocalAdaptation adaptation, Language language) => new(adaptation.Kind, adaptation.Id, WireName.Of(adaptation.Change), adaptation.Text.In(language));
}
