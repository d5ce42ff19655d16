namespace Cds.CdsHooks.Store;

/// <summary>Sentences about the store.</summary>
internal static class StorePhrases
{
    public static LocalizedText Unavailable { get; } = new("The records cannot be read at present.", "現在、記録を読み出せません。");
}
