using Cds.CdsHooks.Configuration;
using Microsoft.Extensions.Options;

namespace Cds.CdsHooks.Store;

/// <summary>The folder of journal and key.</summary>
internal sealed class StoreFolder(IOptions<CdsOptions> options)
{
    private const string Name = "myeloma-cds";

    private readonly Lazy<string> _path = new(() => options.Value.Store.Folder is { } configured ? Create(configured) : CreateDefault());

    /// <summary>Its path; it exists.</summary>
    public string Path => _path.Value;

    private static string CreateDefault()
    {
        string home = Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify);
        if (home.Length > 0)
        {
            try
            {
                return Create(System.IO.Path.Combine(home, Name));
            }
            catch (StoreUnavailableException)
            {
                // An account without a home, as in containers; nothing was configured, so the next best place is used and named in the log.
                return Create(System.IO.Path.Combine(System.IO.Path.GetTempPath(), Name));
            }
        }

        return Create(System.IO.Path.Combine(System.IO.Path.GetTempPath(), Name));
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
