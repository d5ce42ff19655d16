using Microsoft.Extensions.DependencyInjection;

namespace Cds.CdsHooks.Tests.Hosting;

/// <summary>The running app with the knowledge base that ships.</summary>
public class RealService : TestService
{
    protected override void Change(IServiceCollection services)
    {
    }
}
