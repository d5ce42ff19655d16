using System.Runtime.CompilerServices;

namespace Cds.Knowledge.Loading;

/// <summary>Where what was read stands, so that checks that look at whole entries still name the line of the part that is wrong.</summary>
internal sealed class Places
{
    private readonly ConditionalWeakTable<object, YamlEntry> _entries = [];

    /// <summary>Remembers where something was read from.</summary>
    public T Mark<T>(T read, YamlEntry entry)
        where T : class
    {
        _entries.AddOrUpdate(read, entry);
        return read;
    }

    /// <summary>Where something was read from; null when only the entry around it is known.</summary>
    public YamlEntry? Of(object read) => _entries.TryGetValue(read, out YamlEntry? entry) ? entry : null;
}
