namespace Cds.CdsHooks.Configuration;

/// <summary>Settings of cards, section <c>Cds:Cards</c>.</summary>
public sealed class CardsOptions
{
    /// <summary>The detail that is read in ten seconds.</summary>
    public const string ShortDetail = "short";

    /// <summary>The detail with every option, its evidence and all data.</summary>
    public const string FullDetail = "full";

    /// <summary>Length of <c>detail</c>: <c>short</c> (default, at most 700 characters in English and 350 in Japanese) or <c>full</c>.</summary>
    public string Detail { get; set; } = ShortDetail;

    /// <summary>An overridden card stays away for the clinician who overrode it.</summary>
    public const string OfUser = "user";

    /// <summary>An overridden card stays away for everybody who opens the chart.</summary>
    public const string OfPatient = "patient";

    /// <summary>For whom a card that was overridden with a lasting reason stays away: <c>user</c> (default) or <c>patient</c>.</summary>
    public string OverrideScope { get; set; } = OfUser;
}
