namespace Cds.CdsHooks.Batch;

/// <summary>The line of a patient that was not assessed. It names places, never what stands there.</summary>
/// <param name="Error">Why, in the language of the run.</param>
/// <param name="Path">Where in the line; absent when the line as a whole is meant.</param>
/// <param name="Source">Input and number of the line.</param>
internal sealed record ErrorLine(string Error, string? Path, string Source);
