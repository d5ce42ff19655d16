namespace Cds.CdsHooks.Pages;

/// <summary>Paths of pages, without a leading slash.</summary>
internal static class PageAddress
{
    /// <summary>The knowledge book; the page of a document lies below it.</summary>
    public const string Book = "knowledge/book";

    /// <summary>Pages of conclusions and recommendations lie below it.</summary>
    public const string Rules = "knowledge/rules/";

    /// <summary>Chapters of modules lie below it.</summary>
    public const string Modules = "knowledge/modules/";

    /// <summary>Pages of regimens lie below it.</summary>
    public const string Regimens = "knowledge/regimens/";

    /// <summary>Pages of drugs lie below it.</summary>
    public const string Drugs = "knowledge/drugs/";

    /// <summary>Search of the knowledge book.</summary>
    public const string Search = "knowledge/search";

    /// <summary>The documentation; its documents lie below it.</summary>
    public const string Manual = "docs";

    /// <summary>Trying a patient.</summary>
    public const string Try = "try";

    /// <summary>Sample patients as FHIR JSON lie below it.</summary>
    public const string Samples = "samples/";

    /// <summary>The style sheet of all pages.</summary>
    public const string Style = "site.css";

    /// <summary>The patient view of the companion.</summary>
    public const string App = "app";

    /// <summary>The open patient on one page, for paper.</summary>
    public const string Summary = "app/summary";

    /// <summary>Supposing a value of the open patient.</summary>
    public const string Suppose = "app/suppose";

    /// <summary>Closing the open patient.</summary>
    public const string Close = "app/close";

    /// <summary>Calls of the services as an EHR makes them.</summary>
    public const string Sandbox = "sandbox";

    /// <summary>Writes such a call.</summary>
    public const string SandboxRequest = "sandbox/request";

    /// <summary>Shows the cards of an answer.</summary>
    public const string SandboxCards = "sandbox/cards";

    /// <summary>What clinicians did with the cards.</summary>
    public const string Insights = "insights";

    /// <summary>The style sheet of the companion.</summary>
    public const string CompanionStyle = "companion.css";

    /// <summary>The script of the companion.</summary>
    public const string CompanionScript = "companion.js";

    /// <summary>The icon of all pages.</summary>
    public const string Icon = "icon.svg";
}
