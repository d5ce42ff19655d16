namespace Cds.CdsHooks.Cards.Glance;

/// <summary>
/// How long the parts of a short detail may be, in UTF-16 units. Notice, advice, source and two facts always fit together, whatever they say: the whole is never longer than
/// <paramref name="All"/>.
/// </summary>
/// <param name="All">The whole.</param>
/// <param name="Notice">The notice.</param>
/// <param name="Advice">The advice.</param>
/// <param name="Source">The source.</param>
/// <param name="Line">One fact, option, remark or thing to confirm.</param>
internal sealed record GlanceLengths(int All, int Notice, int Advice, int Source, int Line)
{
    private static readonly GlanceLengths English = new(700, 140, 200, 150, 90), Japanese = new(350, 65, 90, 90, 44);

    /// <summary>The lengths of a language.</summary>
    public static GlanceLengths Of(Language language) => language switch
    {
        Language.English => English,
        Language.Japanese => Japanese,
        _ => throw new ArgumentOutOfRangeException(nameof(language), language, "Add the new language to GlanceLengths."),
    };
}
