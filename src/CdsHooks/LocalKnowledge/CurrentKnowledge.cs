using Cds.CdsHooks.Telemetry;
using Cds.Knowledge.Loading;

namespace Cds.CdsHooks.LocalKnowledge;

/// <summary>
/// The generation of knowledge that new requests get. A reload swaps it in one step; files with defects never take the place of knowledge that works.
/// </summary>
internal sealed class CurrentKnowledge
{
    private readonly IServiceProvider _services;
    private readonly KnowledgeSource _source;
    private readonly ILogger<CurrentKnowledge> _logger;
    private readonly Lock _reloading = new();
    private State _state;

    /// <summary>Reads the knowledge for the first time.</summary>
    /// <exception cref="KnowledgeDefectsException">The files have defects: nothing works yet, so the start fails.</exception>
    public CurrentKnowledge(IServiceProvider services, KnowledgeSource source, ILogger<CurrentKnowledge> logger)
    {
        _services = services;
        _source = source;
        _logger = logger;
        _state = new State(new KnowledgeGeneration(services, source()), []);
    }

    /// <summary>The generation for new requests.</summary>
    public KnowledgeGeneration Generation => Volatile.Read(ref _state).Generation;

    /// <summary>What is wrong with the files as they stand; empty while the generation in use is what they say.</summary>
    public IReadOnlyList<KnowledgeDefect> Rejected => Volatile.Read(ref _state).Rejected;

    /// <summary>Reads the files again. With defects everything stays as it is, and all of them are logged.</summary>
    /// <returns>Whether the new knowledge is in use.</returns>
    public bool Reload()
    {
        lock (_reloading)
        {
            try
            {
                SiteKnowledge site = _source();
                Volatile.Write(ref _state, new State(new KnowledgeGeneration(_services, site), []));
                _logger.KnowledgeReloaded(site.Knowledge.Version, site.Knowledge.Adaptations.Count, site.Codes.LocalCodeCount);
                return true;
            }
            catch (KnowledgeDefectsException exception)
            {
                return Reject(exception.Defects);
            }
        }
    }

    private bool Reject(IReadOnlyList<KnowledgeDefect> defects)
    {
        Volatile.Write(ref _state, _state with { Rejected = defects });
        foreach (KnowledgeDefect defect in defects) _logger.KnowledgeDefect(defect.ToString());
        _logger.KnowledgeRejected(defects.Count, Generation.Knowledge.Version);
        return false;
    }

    private sealed record State(KnowledgeGeneration Generation, IReadOnlyList<KnowledgeDefect> Rejected);
}
