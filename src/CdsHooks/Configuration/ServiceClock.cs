namespace Cds.CdsHooks.Configuration;

/// <summary>Now, in the configured time zone: the only place that turns the clock into clinical time.</summary>
public sealed class ServiceClock
{
    private readonly TimeProvider _time;

    /// <summary>A clock in the configured time zone.</summary>
    public ServiceClock(TimeProvider time, IOptions<CdsOptions> options)
    {
        _time = time;
        TimeZone = TimeZones.Find(options.Value.TimeZone) ?? throw new InvalidOperationException("The validator lets no unknown time zone pass.");
    }

    /// <summary>The configured time zone.</summary>
    public TimeZoneInfo TimeZone { get; }

    /// <summary>The present moment, for assessments that name none.</summary>
    public AsOf Now()
    {
        DateTime local = TimeZoneInfo.ConvertTime(_time.GetUtcNow(), TimeZone).DateTime;
        return AsOf.At(new DateTime(local.Ticks - local.Ticks % TimeSpan.TicksPerSecond));
    }

    /// <summary>A moment given with an offset, as local time.</summary>
    public DateTime ToLocal(DateTimeOffset moment) => TimeZoneInfo.ConvertTime(moment, TimeZone).DateTime;
}
