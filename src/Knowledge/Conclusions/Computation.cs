namespace Cds.Knowledge.Conclusions;

/// <summary>The computations that C# does (time series, lines of therapy), by the word that a conclusion names them with.</summary>
public enum Computation
{
    /// <summary>Drugs and classes given so far.</summary>
    Exposed,

    /// <summary>Drugs and classes that the disease is refractory to.</summary>
    Refractory,

    /// <summary>Number of lines of therapy.</summary>
    Lines,

    /// <summary>Phase of treatment.</summary>
    Phase,

    /// <summary>Response to the latest line.</summary>
    Response,

    /// <summary>Measurable residual disease.</summary>
    ResidualDisease,
}
