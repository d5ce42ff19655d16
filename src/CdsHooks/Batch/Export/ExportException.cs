namespace Cds.CdsHooks.Batch.Export;

/// <summary>The server does not give the export; the message says why, for the person who asked for it.</summary>
public sealed class ExportException : IOException
{
    /// <summary>Without detail.</summary>
    public ExportException()
        : base("The export could not be had.")
    {
    }

    /// <summary>With a message.</summary>
    public ExportException(string message)
        : base(message)
    {
    }

    /// <summary>With a message and a cause.</summary>
    public ExportException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
