using Cds.CdsHooks.Tests.Hosting;
using Microsoft.AspNetCore.Hosting;

namespace Cds.CdsHooks.Tests.Validation;

/// <summary>The app with the knowledge that ships, which keeps no card back for want of room.</summary>
public sealed class EveryCardService : RealService
{
    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        base.ConfigureWebHost(builder);
        builder.UseSetting("Cds:MaxCards", "50");
    }
}
