namespace Cds.CdsHooks.Pages;

/// <summary>What a page may do in a browser, as the header <c>Content-Security-Policy</c> says it: text, its own style and forms of this service; nothing inline, no foreign address.</summary>
public sealed record PagePolicy
{
    private const string Always = "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'";

    /// <summary>Whether script files of this service run, and may ask this service.</summary>
    public bool RunsScripts { get; init; }

    /// <summary>Origins that may put the page into a frame; empty for nobody.</summary>
    public IReadOnlyList<string> FramedBy { get; init; } = [];

    /// <summary>The header.</summary>
    public override string ToString() =>
        $"{Always}{(RunsScripts ? "; script-src 'self'; connect-src 'self'" : "")}; frame-ancestors {(FramedBy.Count == 0 ? "'none'" : string.Join(' ', FramedBy))}";
}
