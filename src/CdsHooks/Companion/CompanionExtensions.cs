using Cds.CdsHooks.Companion.Patients;
using Cds.CdsHooks.Companion.Sandbox;
using Cds.CdsHooks.Companion.Sessions;
using Cds.CdsHooks.Companion.Trials;
using Cds.CdsHooks.LocalKnowledge;

namespace Cds.CdsHooks.Companion;

/// <summary>The companion: the web application for looking at a patient, at the reasons of the cards and at the rules.</summary>
internal static class CompanionExtensions
{
    /// <summary>Registers what it needs. Nothing of it is made before somebody opens it.</summary>
    public static void AddCompanion(this IServiceCollection services)
    {
        services.AddSingleton<IValidateOptions<CdsOptions>, CompanionOptionsValidator>();
        services.AddSingleton<IPatientSessions, MemorySessions>();
        services.AddSingleton<PatientForm>();
        services.AddKnowledgeBound<SandboxRequest>();
        services.AddKnowledgeBound<ReadingReport>();
        services.AddKnowledgeBound<ChangeWords>();
        services.AddKnowledgeBound<TurningPoints>();
        services.AddKnowledgeBound<MissingFactTrials>();
        services.AddKnowledgeBound<PatientStudy>();
        services.AddKnowledgeBound<ViewedPatient>();
    }
}
