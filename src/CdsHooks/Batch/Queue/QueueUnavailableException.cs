namespace Cds.CdsHooks.Batch.Queue;

/// <summary>The database of the queue does not answer.</summary>
public sealed class QueueUnavailableException : IOException
{
    /// <summary>Without detail.</summary>
    public QueueUnavailableException()
        : base("The queue does not answer.")
    {
    }

    /// <summary>With a message.</summary>
    public QueueUnavailableException(string message)
        : base(message)
    {
    }

    /// <summary>With a message and a cause.</summary>
    public QueueUnavailableException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
