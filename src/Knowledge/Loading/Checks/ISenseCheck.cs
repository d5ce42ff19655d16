namespace Cds.Knowledge.Loading.Checks;

/// <summary>A check that content which is well formed also makes sense. What it finds is a defect like any other: it stops the start.</summary>
internal interface ISenseCheck
{
    /// <summary>Reports what makes no sense.</summary>
    void Check(ContentRead content);
}
