namespace Cds.CdsHooks.Batch.Register;

/// <summary>Makes of the entries of all patients what was asked for.</summary>
/// <param name="folder">Folder for work.</param>
/// <param name="entries">Files of entries.</param>
/// <param name="asOf">The moment asked about, as written.</param>
/// <param name="counts">How many lines were answered.</param>
/// <exception cref="IOException">A result cannot be written.</exception>
internal delegate Task RegisterStep(string folder, IReadOnlyList<string> entries, string asOf, BatchCounts counts);
