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

    /// <summary>Trying a patient.</summary>
    public const string Try = "try";

    /// <summary>Sample patients as FHIR JSON lie below it.</summary>
    public const string Samples = "samples/";

    /// <summary>The style sheet of all pages.</summary>
    public const string Style = "site.css";

    /// <summary>The icon of all pages.</summary>
    public const string Icon = "icon.svg";
}
