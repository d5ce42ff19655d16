namespace Cds.CdsHooks.Errors;

/// <summary>What a step of answering a request gave: its value, or the problem that ends the request there.</summary>
/// <typeparam name="T">What the step gives.</typeparam>
internal readonly record struct Outcome<T>
{
    private readonly T? _value;

    private Outcome(T? value, RequestProblem? problem)
    {
        _value = value;
        Problem = problem;
    }

    /// <summary>The problem; null when there is a value.</summary>
    public RequestProblem? Problem { get; }

    /// <summary>The value.</summary>
    /// <exception cref="InvalidOperationException">There is a problem instead, and the caller has not looked.</exception>
    public T Value => Problem is null ? _value! : throw new InvalidOperationException($"The step ended with a problem: {Problem.Kind.Slug}.");

    /// <summary>A step that gave its value.</summary>
    public static implicit operator Outcome<T>(T value) => new(value, null);

    /// <summary>A step that met a problem.</summary>
    public static implicit operator Outcome<T>(RequestProblem problem) => new(default, problem);
}
