using Cds.CdsHooks.Companion.Sessions;
using Cds.CdsHooks.Data;
using Cds.CdsHooks.Envelope;
using Cds.CdsHooks.Telemetry;
using Duende.IdentityModel.Client;

namespace Cds.CdsHooks.Smart;

/// <summary>Reads the patient of a grant from the EHR, at the end of a launch and again while the session lasts.</summary>
internal sealed class EhrPatients(PatientFetch fetch, SmartConfigurations configurations, TokenEndpoint tokens, AsOfParameter moments, TimeProvider time, ILogger<EhrPatients> logger)
{
    /// <summary>A token that ends within this time would end while it is used.</summary>
    private static readonly TimeSpan Margin = TimeSpan.FromSeconds(30);

    /// <summary>Types that are read.</summary>
    public IReadOnlyList<string> Types => fetch.Types;

    /// <summary>Reads the patient.</summary>
    public async Task<Outcome<OpenedPatient>> ReadAsync(SmartServer server, SmartGrant grant, CancellationToken cancellation)
    {
        var id = Guid.NewGuid();
        Outcome<FetchedPatient> fetched = await fetch.ReadAsync(id, server.Base, grant.ForFhir(time.GetUtcNow()), grant.PatientId, cancellation);
        if (fetched.Problem is { } problem)
        {
            logger.LaunchWithoutPatient(id, server.Base.Host, problem.Kind.Slug);
            return problem;
        }

        OpenAt opened = OpenAt.Of(grant.AppContext, moments);
        logger.PatientLaunched(id, server.Base.Host, fetched.Value.Gaps.Incomplete.Count);
        return new OpenedPatient(fetched.Value.Bundle, PatientOrigin.Ehr, SmartPhrases.PatientOf.With("ehr", server.Name))
        {
            AsOf = opened.AsOf,
            Card = opened.Card,
            Gaps = fetched.Value.Gaps,
            Access = new EhrAccess(server, grant, opened.Language),
        };
    }

    /// <summary>Reads the patient of a session again, with access that is renewed first where it has ended.</summary>
    public async Task<Outcome<OpenedPatient>> ReadAgainAsync(EhrAccess access, CancellationToken cancellation)
    {
        Outcome<SmartGrant> grant = await CurrentAsync(access, cancellation);
        return grant.Problem is { } problem ? problem : await ReadAsync(access.Server, grant.Value, cancellation);
    }

    private async Task<Outcome<SmartGrant>> CurrentAsync(EhrAccess access, CancellationToken cancellation)
    {
        if (access.Grant.Expires - time.GetUtcNow() > Margin) return access.Grant;
        if (access.Grant.RefreshToken is not { } refresh) return new RequestProblem(ProblemKind.Forbidden, SmartPhrases.AccessEnded);
        if (await configurations.OfAsync(access.Server, cancellation) is not { } configuration) return new RequestProblem(ProblemKind.EhrUnavailable, SmartPhrases.EhrUnavailable);
        Outcome<TokenResponse> response = await tokens.RenewAsync(access.Server, configuration, refresh, cancellation);
        return response.Problem is { } problem ? problem : access.Grant.Renewed(response.Value, time.GetUtcNow());
    }
}
