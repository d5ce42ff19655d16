namespace Cds.CdsHooks.Store;

/// <summary>Records cannot be written or read now.</summary>
public sealed class StoreUnavailableException : Exception
{
    /// <summary>Without detail.</summary>
    public StoreUnavailableException()
        : base("The store of records is not available.")
    {
    }

    /// <summary>With a message.</summary>
    public StoreUnavailableException(string message)
        : base(message)
    {
    }

    /// <summary>With a message and a cause.</summary>
    public StoreUnavailableException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    /// <summary>What kind of trouble it is.</summary>
    public StoreFault Fault { get; init; }
}
