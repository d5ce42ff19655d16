namespace Cds.CdsHooks.Outbound;

/// <summary>A host resolved to no address that the service may connect to.</summary>
public sealed class RefusedAddressException : IOException
{
    /// <summary>Without detail.</summary>
    public RefusedAddressException()
        : base("The host has no address that may be connected to.")
    {
    }

    /// <summary>With a message.</summary>
    public RefusedAddressException(string message)
        : base(message)
    {
    }

    /// <summary>With a message and a cause.</summary>
    public RefusedAddressException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
