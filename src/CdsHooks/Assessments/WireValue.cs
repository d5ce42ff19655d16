namespace Cds.CdsHooks.Assessments;

/// <summary>A value of a conclusion on the wire: a code is a string, a number a number, a list an array of codes.</summary>
internal static class WireValue
{
    /// <summary>The value.</summary>
    public static object Of(Answer answer) => answer switch
    {
        CodeAnswer code => code.Code,
        NumberAnswer number => number.Number,
        ListAnswer list => list.Members,
        _ => throw new InvalidOperationException("Add the new kind of answer to WireValue."),
    };
}
