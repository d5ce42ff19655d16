namespace Cds.CdsHooks.Wire;

/// <summary>A code.</summary>
/// <param name="System">Code system.</param>
/// <param name="Code">Code.</param>
/// <param name="Display">Name for people.</param>
public sealed record WireCoding(string System, string Code, string? Display = null);
