using Microsoft.AspNetCore.Components;

namespace Cds.CdsHooks.Pages;

/// <summary>A part of a page that speaks the language of the page.</summary>
public abstract class PageComponent : ComponentBase
{
    /// <summary>The page that it stands on.</summary>
    [CascadingParameter]
    public PageContext Page { get; set; } = null!;

    /// <summary>A text in the language of the page.</summary>
    protected string In(LocalizedText text) => Page.In(text);
}
