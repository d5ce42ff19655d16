namespace Cds.CdsHooks.Localization;

/// <summary>Words around the documentation.</summary>
internal static class ManualPhrases
{
    public static LocalizedText Title { get; } = new("Documentation", "ドキュメント");

    public static LocalizedText Introduction { get; } = new(
        "How to integrate, run and change this service: the documents of the version that runs here.", "本サービスの接続・運用・変更の方法。稼働中の版に対応する英語の文書である。");

    public static LocalizedText NoSuchDocument { get; } = new("There is no such document; /docs lists them.", "この文書はありません。/docs に一覧があります。");
}
