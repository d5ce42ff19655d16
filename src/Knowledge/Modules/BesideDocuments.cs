namespace Cds.Knowledge.Modules;

/// <summary>How texts say that something is not of the guideline.</summary>
public static class BesideDocuments
{
    private static readonly LocalizedText Sentence = new("Beyond the JSH guideline ({work}): {text}", "JSHガイドライン以外の情報（{work}）：{text}");

    /// <summary>A sentence of a module, marked with the work that it comes from.</summary>
    public static LocalizedText Mark(LocalizedText text, LocalizedText work)
    {
        ArgumentNullException.ThrowIfNull(text);
        return Sentence.With("work", work).With("text", text);
    }
}
