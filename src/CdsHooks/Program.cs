using Cds.CdsHooks.Assessments;
using Cds.CdsHooks.Configuration;
using Cds.CdsHooks.Cors;
using Cds.CdsHooks.Description;
using Cds.CdsHooks.Discovery;
using Cds.CdsHooks.Errors;
using Cds.CdsHooks.Health;
using Cds.CdsHooks.KnowledgePages;
using Cds.CdsHooks.Services;

return await StartUp.RunOrExplainAsync(args, Add, Map);

static void Add(WebApplicationBuilder builder)
{
    builder.AddCdsConfiguration();
    builder.Services.AddErrorAnswers();
    builder.Services.AddCrossOrigin();
    builder.Services.AddKnowledge();
    builder.Services.AddCdsServices();
    builder.Services.AddDescription();
}

static void Map(WebApplication app)
{
    app.UsePublicPath();
    app.UseErrorAnswers();
    app.UseRouting();
    app.UseCors();
    app.MapDiscovery();
    app.MapCdsServices();
    app.MapAssessments();
    app.MapKnowledge();
    app.MapHealth();
    app.MapDescription();
    app.MapStartPage();
}

/// <summary>Entry point; public so that tests can host the running app.</summary>
public partial class Program;
