namespace Cds.CdsHooks.Batch.Queue;

/// <summary>The bucket of a run cannot be used.</summary>
public sealed class SharedFilesException : IOException
{
    /// <summary>Without detail.</summary>
    public SharedFilesException()
        : base("The bucket cannot be used.")
    {
    }

    /// <summary>With a message.</summary>
    public SharedFilesException(string message)
        : base(message)
    {
    }

    /// <summary>With a message and a cause.</summary>
    public SharedFilesException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
