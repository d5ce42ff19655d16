namespace Cds.CdsHooks.Tests.Hosting;

/// <summary>A clock that tests put forward. Timers and durations are real.</summary>
internal sealed class MovableTime(DateTimeOffset start) : TimeProvider
{
    private DateTimeOffset _now = start;

    public override DateTimeOffset GetUtcNow() => _now;

    public void Pass(TimeSpan time) => _now += time;
}
