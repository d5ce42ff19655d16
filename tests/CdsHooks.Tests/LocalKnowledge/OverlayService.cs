using Cds.CdsHooks.Tests.Hosting;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace Cds.CdsHooks.Tests.LocalKnowledge;

/// <summary>The running app with the knowledge that ships and an overlay folder that tests write to.</summary>
public sealed class OverlayService : TestService
{
    public string Folder { get; } = Directory.CreateTempSubdirectory("overlay-").FullName;

    /// <summary>Writes a file of the overlay.</summary>
    public void Write(string path, string text)
    {
        string file = Path.Combine(Folder, path);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, text);
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        base.ConfigureWebHost(builder);
        builder.UseSetting("Cds:Knowledge:Overlay", Folder);
        builder.UseSetting("Cds:Knowledge:ReloadDelay", "00:00:00.050");
    }

    protected override void Change(IServiceCollection services)
    {
    }

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        if (disposing && Directory.Exists(Folder)) Directory.Delete(Folder, recursive: true);
    }
}
