using Cds.CdsHooks.Assessments;
using Cds.CdsHooks.Batch.Queue;
using Cds.CdsHooks.Companion;
using Cds.CdsHooks.Cors;
using Cds.CdsHooks.Delivery;
using Cds.CdsHooks.Description;
using Cds.CdsHooks.Discovery;
using Cds.CdsHooks.Feedback;
using Cds.CdsHooks.FhirAccess;
using Cds.CdsHooks.Headers;
using Cds.CdsHooks.Health;
using Cds.CdsHooks.KnowledgePages;
using Cds.CdsHooks.Limits;
using Cds.CdsHooks.Manual;
using Cds.CdsHooks.Pages;
using Cds.CdsHooks.Services;
using Cds.CdsHooks.Smart;
using Cds.CdsHooks.Start;
using Cds.CdsHooks.Store;
using Cds.CdsHooks.Telemetry;
using Cds.CdsHooks.Trust;

return await StartUp.RunOrExplainAsync(args, Add, Map);

static void Add(WebApplicationBuilder builder)
{
    builder.AddCdsConfiguration();
    builder.Services.AddErrorAnswers();
    builder.Services.AddSafetyHeaders();
    builder.AddTelemetry();
    builder.Services.AddCrossOrigin();
    builder.Services.AddLimits();
    builder.Services.AddClientTrust();
    builder.Services.AddRecordStore();
    builder.Services.AddKnowledge();
    builder.Services.AddFhirAccess();
    builder.Services.AddCdsServices();
    builder.Services.AddDelivery();
    builder.Services.AddFeedback();
    builder.Services.AddDescription();
    builder.Services.AddPages();
    builder.Services.AddStartPage();
    builder.Services.AddCompanion();
    builder.Services.AddSmartLaunch();
    builder.Services.AddQueueDashboard();
    builder.Services.AddHealth();
}

static void Map(WebApplication app)
{
    app.UseSafetyHeaders();
    app.UsePublicPath();
    app.UseErrorAnswers();
    app.UseConnectionLimit();
    app.UseRouting();
    app.UseRequestTimeouts();
    app.UseCors();
    app.UseClientTrust();
    app.MapDiscovery();
    app.MapCdsServices();
    app.MapFeedback();
    app.MapAssessments();
    app.MapKnowledge();
    app.MapKnowledgeBook();
    app.MapQueueDashboard();
    app.MapHealth();
    app.MapDescription();
    app.MapSiteFiles();
    app.MapStartPage();
    app.MapManual();
    app.MapCompanion();
    app.MapLaunch();
}

/// <summary>Entry point; public so that tests can host the running app.</summary>
public partial class Program;
