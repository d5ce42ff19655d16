namespace Cds.Knowledge.Evaluation;

/// <summary>One patient during one evaluation.</summary>
public sealed class PatientContext;
