using System.Collections;

namespace Cds.Knowledge.Evaluation;

/// <summary>
/// A list that is made when somebody looks at it. Truth is needed of every criterion, but the data behind most answers are never shown. What makes it asks the patient only what has
/// the same answer whenever it is asked, so that it does not matter when it is done.
/// </summary>
/// <typeparam name="T">What it lists.</typeparam>
internal abstract class ListOnDemand<T> : IReadOnlyList<T>
{
    private IReadOnlyList<T>? _made;

    /// <inheritdoc />
    public int Count => Made.Count;

    private IReadOnlyList<T> Made => _made ??= Make();

    /// <inheritdoc />
    public T this[int index] => Made[index];

    /// <inheritdoc />
    public IEnumerator<T> GetEnumerator() => Made.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>Makes it, once.</summary>
    protected abstract IReadOnlyList<T> Make();
}
