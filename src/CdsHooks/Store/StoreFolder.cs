namespace Cds.CdsHooks.Store;

/// <summary>The folder of database file and key.</summary>
internal sealed class StoreFolder(IOptions<CdsOptions> options)
{
    private const string Name = "records";

    private readonly Lazy<string> _path = new(() => options.Value.Store.Folder is { } configured ? Create(configured) : CreateDefault());

    /// <summary>Its path; it exists.</summary>
    public string Path => _path.Value;

    /// <summary>Beside the program, so that nothing outside it is written unless the operator says where; where that is read-only, a temporary folder.</summary>
    private static string CreateDefault()
    {
        try
        {
            return Create(System.IO.Path.Combine(AppContext.BaseDirectory, Name));
        }
        catch (StoreUnavailableException)
        {
            return Create(System.IO.Path.Combine(System.IO.Path.GetTempPath(), "myeloma-cds"));
        }
    }

    private static string Create(string path)
    {
        try
        {
            return Directory.CreateDirectory(System.IO.Path.GetFullPath(path)).FullName;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new StoreUnavailableException($"The folder {path} for feedback and audit records cannot be created (Cds:Store:Folder).", exception);
        }
    }
}
