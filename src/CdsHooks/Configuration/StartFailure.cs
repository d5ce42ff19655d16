using System.Net.Sockets;
using System.Security.Cryptography;
using Cds.CdsHooks.Store;
using Cds.Knowledge.Loading;
using Microsoft.AspNetCore.Connections;

namespace Cds.CdsHooks.Configuration;

/// <summary>Says in a sentence what keeps the service from starting, where that is and what to do about it.</summary>
internal static class StartFailure
{
    private const string Setting = $"{CdsOptions.Section}:{nameof(CdsOptions.Store)}";

    private const string ServerAssembly = "Microsoft.AspNetCore.Server.Kestrel.Core";

    /// <summary>The sentences, one a line; none for an exception that is a defect of the service and not of what surrounds it.</summary>
    /// <param name="exception">What stopped the start.</param>
    /// <param name="address">Where the service was to listen.</param>
    public static IReadOnlyList<string> Explain(Exception exception, string? address) => exception switch
    {
        AggregateException several => several.InnerExceptions.Select(one => Explain(one, address)).ToArray() is var each && each.All(sentences => sentences.Count > 0) ? [.. each.SelectMany(sentences => sentences)] : [],
        OptionsValidationException settings => [.. settings.Failures],
        KnowledgeDefectsException defects => [defects.Message],
        StoreUnavailableException store => [Chain(store) is var said && said.Contains(Setting, StringComparison.Ordinal) ? said : $"{said.TrimEnd('.')}. {Advice(store.Fault)}"],
        _ when IsAbout<AddressInUseException>(exception) =>
            [$"Another program listens on {address} already. End it, or set {CdsOptions.Section}:{nameof(CdsOptions.Url)} to another address."],
        SocketException socket => [CannotListen(address, socket)],
        IOException { InnerException: AggregateException { InnerExceptions: [SocketException socket, ..] } } => [CannotListen(address, socket)],
        InvalidOperationException { Source: ServerAssembly } server when server.Message.Contains("No server certificate", StringComparison.Ordinal) =>
            [$"The service cannot listen on {address}: it has no certificate. Set Kestrel:Endpoints:Https:Certificate (docs/integrate/register.md), or listen on http behind a proxy that ends TLS."],
        InvalidOperationException { Source: ServerAssembly } server => [$"{Chain(server)} (address {address})"],
        IOException or UnauthorizedAccessException or InvalidDataException or FormatException or CryptographicException => [Chain(exception)],
        _ => [],
    };

    private static string CannotListen(string? address, SocketException socket) =>
        $"The service cannot listen on {address}: {socket.Message}. Set {CdsOptions.Section}:{nameof(CdsOptions.Url)} to an address of this machine and a port that this user may open (above 1023).";

    /// <summary>What to do about the store.</summary>
    private static string Advice(StoreFault fault) => fault switch
    {
        StoreFault.Full => $"Make room there, or set {Setting} to another place.",
        StoreFault.ReadOnly => $"Let this user write there, or set {Setting} to another place.",
        StoreFault.Locked => $"End the program that holds it, or set {Setting} to another place.",
        StoreFault.Unreachable => $"Start the database, or correct {Setting}:PostgreSql.",
        StoreFault.Missing or StoreFault.Failed => $"Put back what was there, or set {Setting} to another place.",
        _ => throw new ArgumentOutOfRangeException(nameof(fault), fault, "A new fault needs its advice here."),
    };

    private static bool IsAbout<T>(Exception exception)
        where T : Exception => exception is T
        || (exception is AggregateException several ? several.InnerExceptions.Any(IsAbout<T>) : exception.InnerException is { } inner && IsAbout<T>(inner));

    /// <summary>The message with those of its causes, on one line.</summary>
    private static string Chain(Exception exception)
    {
        List<string> messages = [];
        for (Exception? cause = exception; cause is not null; cause = cause.InnerException)
        {
            string message = string.Join(' ', cause.Message.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
            if (!messages.Exists(said => said.Contains(message, StringComparison.Ordinal))) messages.Add(message);
        }

        return string.Join(' ', messages);
    }
}
