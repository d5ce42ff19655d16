namespace Cds.CdsHooks.Batch.Queue;

/// <summary>Checks the settings of the queue at start-up.</summary>
internal sealed class QueueOptionsValidator : IValidateOptions<CdsOptions>
{
    public ValidateOptionsResult Validate(string? name, CdsOptions options) => options.Queue.Dashboard && options.Store.PostgreSql is null
        ? ValidateOptionsResult.Fail("Cds:Queue:Dashboard is True and Cds:Store:PostgreSql is not set; the queue is kept in PostgreSQL.")
        : ValidateOptionsResult.Success;
}
