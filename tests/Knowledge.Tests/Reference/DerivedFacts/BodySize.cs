using Cds.Knowledge.Evaluation;

namespace Cds.Knowledge.Tests.Reference;

/// <summary>The measures of the body that formulas are computed from.</summary>
internal static class BodySize
{
    /// <summary>Height in cm.</summary>
    public static FactReading Height(PatientContext patient, FactTime at) => patient.Read("height", at);

    /// <summary>Weight in kg.</summary>
    public static FactReading Weight(PatientContext patient, FactTime at) => patient.Read("weight", at);
}
