namespace Cds.CdsHooks.Envelope;

/// <summary>How far scopes let a resource type be read.</summary>
internal enum ScopeAnswer
{
    /// <summary>Not at all.</summary>
    Refused,

    /// <summary>Only resources that a search parameter in the scope picks out: a result says nothing about the others.</summary>
    Restricted,

    /// <summary>All of them.</summary>
    Allowed,
}

/// <summary>
/// Scopes of SMART App Launch, version 1 (<c>patient/Observation.read</c>) and 2 (<c>patient/Observation.rs</c>,
/// <c>user/*.cruds</c>, <c>patient/Observation.rs?category=laboratory</c>), mixed freely. Other scopes (<c>launch</c>, <c>openid</c>) say nothing
/// about reading.
/// </summary>
internal sealed class SmartScopes
{
    private const string AnyType = "*";
    private static readonly string[] Compartments = ["patient/", "user/", "system/"];

    private readonly IReadOnlyList<Scope> _scopes;

    private SmartScopes(IReadOnlyList<Scope> scopes) => _scopes = scopes;

    /// <summary>Reads a space separated list.</summary>
    public static SmartScopes Parse(string text) =>
        new([.. text.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(ParseOne).OfType<Scope>()]);

    /// <summary>Whether the type may be read by id.</summary>
    public ScopeAnswer ForRead(string resourceType) => For(resourceType, scope => scope.Reads);

    /// <summary>Whether the type may be searched.</summary>
    public ScopeAnswer ForSearch(string resourceType) => For(resourceType, scope => scope.Searches);

    private ScopeAnswer For(string resourceType, Func<Scope, bool> permits)
    {
        Scope[] fitting = [.. _scopes.Where(scope => (scope.ResourceType == AnyType || scope.ResourceType == resourceType) && permits(scope))];
        if (fitting.Length == 0) return ScopeAnswer.Refused;
        return fitting.Any(scope => !scope.IsRestricted) ? ScopeAnswer.Allowed : ScopeAnswer.Restricted;
    }

    private static Scope? ParseOne(string text)
    {
        string? compartment = Array.Find(Compartments, start => text.StartsWith(start, StringComparison.Ordinal));
        if (compartment is null) return null;
        string rest = text[compartment.Length..];
        int query = rest.IndexOf('?', StringComparison.Ordinal);
        string permission = query < 0 ? rest : rest[..query];
        int dot = permission.LastIndexOf('.');
        if (dot <= 0) return null;
        string type = permission[..dot], may = permission[(dot + 1)..];
        if (may is "read" or "*") return new Scope(type, true, true, query >= 0);
        if (may is "write" || !IsInteractions(may)) return null;
        return new Scope(type, may.Contains('r', StringComparison.Ordinal), may.Contains('s', StringComparison.Ordinal), query >= 0);
    }

    /// <summary>Version 2 lists create, read, update, delete, search in that order.</summary>
    private static bool IsInteractions(string text)
    {
        int last = -1;
        foreach (char letter in text)
        {
            int place = "cruds".IndexOf(letter, StringComparison.Ordinal);
            if (place <= last) return false;
            last = place;
        }

        return text.Length > 0;
    }

    private sealed record Scope(string ResourceType, bool Reads, bool Searches, bool IsRestricted);
}
