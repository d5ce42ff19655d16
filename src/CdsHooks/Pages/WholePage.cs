using Microsoft.AspNetCore.Components;

namespace Cds.CdsHooks.Pages;

/// <summary>A page from its first tag to its last. It hands its context on to the parts within.</summary>
public abstract class WholePage : ComponentBase
{
    /// <summary>Language and place.</summary>
    [Parameter]
    [EditorRequired]
    public PageContext Page { get; set; } = null!;

    /// <summary>A text in the language of the page.</summary>
    protected string In(LocalizedText text) => Page.In(text);
}
