namespace Cds.Knowledge.Modules;

/// <summary>A dated part of the knowledge that stands beside the documents; a site can switch it off as a whole.</summary>
/// <param name="Id">Stable id, the name of its folder.</param>
/// <param name="Title">Name for readers.</param>
/// <param name="About">What it holds, in a sentence.</param>
/// <param name="Origin">What is true of its rules unless they say otherwise.</param>
public sealed record KnowledgeModule(string Id, LocalizedText Title, LocalizedText About, ModuleOrigin Origin);
