using System.CommandLine;
using Cds.CdsHooks.Batch.Export;
using Cds.CdsHooks.Outbound;

namespace Cds.CdsHooks.Commands;

/// <summary><c>export</c>: gets the records of a group, or of everybody, from a FHIR server as Bulk Data, for <c>batch</c>.</summary>
internal static class ExportCommand
{
    /// <summary>Exit codes: complete; complete but for what the server could not export.</summary>
    public const int Complete = 0, WithFaults = 1;

    /// <summary>The command.</summary>
    public static Command Command(SiteSettings settings)
    {
        var server = new Option<string>("--server") { Description = "Base address of the FHIR R4 server.", Required = true };
        var group = new Option<string?>("--group") { Description = "Id of the Group whose records are wanted. Default: everybody." };
        var output = new Option<string>("--output", "-o") { Description = "Folder for the files, empty or that of the same export that was broken off.", Required = true };
        var types = new Option<string?>("--types") { Description = "Types of resources, joined by commas. Default: those that are read.", DefaultValueFactory = _ => string.Join(',', ReadTypes) };
        var client = new Option<string?>("--client") { Description = "Id under which this client is registered at the server (SMART Backend Services). Default: no sign-in." };
        var key = new Option<string?>("--key") { Description = "File with the client's private key, a JWK with its kid." };
        var tokenUrl = new Option<string?>("--token-url") { Description = "Token endpoint. Default: what the server's .well-known/smart-configuration names." };
        var scope = new Option<string>("--scope") { Description = "What access is asked for.", DefaultValueFactory = _ => "system/*.read" };
        var command = new Command("export", "Gets records from a FHIR server as Bulk Data ($export), for batch. What was broken off goes on when it is started again. Private networks are allowed by --Cds:Outbound:AllowedNetworks:0=10.0.0.0/8.")
        {
            server, group, output, types, client, key, tokenUrl, scope,
            HelpWithExamples.Option("export --server https://fhir.example.org/r4 --group myeloma --client cds-register --key key.json --output export/"),
        };
        command.SetAction(async (parsed, token) =>
        {
            if (ServerAddress.Read(parsed.GetValue(server)) is not { } address) return RunEnd.Wrong(parsed.InvocationConfiguration.Output, $"--server: '{parsed.GetValue(server)}' is no http or https address.");
            if (parsed.GetValue(client) is null != parsed.GetValue(key) is null) return RunEnd.Wrong(parsed.InvocationConfiguration.Output, "--client and --key go together.");
            if (parsed.GetValue(tokenUrl) is { } given && ServerAddress.Read(given) is null) return RunEnd.Wrong(parsed.InvocationConfiguration.Output, $"--token-url: '{given}' is no http or https address.");
            var request = new ExportRequest(address, parsed.GetValue(group), parsed.GetValue(types) is { Length: > 0 } wanted ? wanted.Split(',') : []);
            Uri? endpoint = ServerAddress.Read(parsed.GetValue(tokenUrl));
            if (endpoint is not null && !request.MayCarryToken(endpoint)) return RunEnd.Wrong(parsed.InvocationConfiguration.Output, "--token-url: a token of a server with TLS is not got without it.");
            return await RunEnd.OfAsync(() => RunAsync(request, (parsed.GetValue(client), parsed.GetValue(key)), endpoint, parsed.GetValue(scope)!, CallerPath.Of(parsed.GetValue(output)!), settings.Read(), token), "Ended before the export was complete.");
        });
        return command;
    }

    private static string[] ReadTypes =>
    [
        "Patient", "Observation", "DiagnosticReport", "Condition", "Procedure", "MedicationRequest", "MedicationStatement", "MedicationAdministration", "MedicationDispense", "Medication",
        "AllergyIntolerance", "ServiceRequest", "QuestionnaireResponse",
    ];

    private static async Task<int> RunAsync(
        ExportRequest request, (string? Client, string? Key) proof, Uri? endpoint, string scope, string folder, CdsOptions options, CancellationToken token)
    {
        TimeProvider time = TimeProvider.System;
        ClientAssertion? assertion = proof is ({ } client, { } key) ? ClientAssertion.Of(client, await File.ReadAllTextAsync(CallerPath.Of(key), token), time) : null;
        using var http = new GuardedClient(Options.Create(options));
        var calls = new ServerCalls(http, time);
        var access = new AccessToken(calls, request, assertion, endpoint, scope, time);
        ExportCounts counts = await new ExportRun(request, calls, access, new ExportDownload(calls, access), Console.Error, time).RunAsync(folder, token);
        await Console.Error.WriteLineAsync($"{counts.Resources} resources in {counts.Files} files, as of {counts.TransactionTime}; the server names {counts.Faults} faults.");
        return counts.Faults == 0 ? Complete : WithFaults;
    }
}
