using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;

namespace Cds.CdsHooks.Companion.Timeline;

/// <summary>Text in a drawing. (In a Razor file, the element of that name means something else.)</summary>
public sealed class SvgLabel : ComponentBase
{
    /// <summary>Place from the left.</summary>
    [Parameter]
    [EditorRequired]
    public string X { get; set; } = "";

    /// <summary>Place of its base line from the top.</summary>
    [Parameter]
    [EditorRequired]
    public string Y { get; set; } = "";

    /// <summary>Class for its style.</summary>
    [Parameter]
    [EditorRequired]
    public string Class { get; set; } = "";

    /// <summary>The text.</summary>
    [Parameter]
    [EditorRequired]
    public string Text { get; set; } = "";

    /// <inheritdoc />
    protected override void BuildRenderTree(RenderTreeBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.OpenElement(0, "text");
        builder.AddAttribute(1, "x", X);
        builder.AddAttribute(2, "y", Y);
        builder.AddAttribute(3, "class", Class);
        builder.AddContent(4, Text);
        builder.CloseElement();
    }
}
