namespace Cds.CdsHooks.Batch.Export;

/// <summary>What an export consists of, as the server says when it is complete.</summary>
/// <param name="TransactionTime">The moment that the records are of.</param>
/// <param name="RequiresToken">Whether the files are had with the token only.</param>
/// <param name="Files">The files, those with faults of the export last.</param>
internal sealed record ExportManifest(string TransactionTime, bool RequiresToken, IReadOnlyList<ExportFile> Files)
{
    /// <summary>Reads the manifest.</summary>
    /// <exception cref="ExportException">It is none.</exception>
    public static ExportManifest Read(JsonElement json)
    {
        bool requires = !json.TryGetProperty("requiresAccessToken", out JsonElement required) || required.ValueKind != JsonValueKind.False;
        string time = json.TryGetProperty("transactionTime", out JsonElement moment) && moment.ValueKind == JsonValueKind.String ? moment.GetString()! : "";
        if (!json.TryGetProperty("output", out JsonElement output) || output.ValueKind != JsonValueKind.Array) throw new ExportException("The server's list of files has no output.");
        IEnumerable<JsonElement> faults = json.TryGetProperty("error", out JsonElement errors) && errors.ValueKind == JsonValueKind.Array ? errors.EnumerateArray() : [];
        return new ExportManifest(time, requires, Named([.. output.EnumerateArray().Select(file => Read(file, false)), .. faults.Select(file => Read(file, true))]));
    }

    private static ExportFile Read(JsonElement file, bool isFault)
    {
        string? url = file.ValueKind == JsonValueKind.Object && file.TryGetProperty("url", out JsonElement address) ? address.GetString() : null;
        if (url is null || !Uri.TryCreate(url, UriKind.Absolute, out Uri? found) || (found.Scheme != Uri.UriSchemeHttps && found.Scheme != Uri.UriSchemeHttp))
            throw new ExportException("The server's list of files has one without an address.");
        string type = file.TryGetProperty("type", out JsonElement named) && named.ValueKind == JsonValueKind.String ? named.GetString()! : "";
        if (type.Length is 0 or > 64 || !type.All(char.IsAsciiLetter)) throw new ExportException("The server's list of files has one of no type.");
        long? count = file.TryGetProperty("count", out JsonElement lines) && lines.ValueKind == JsonValueKind.Number && lines.TryGetInt64(out long number) ? number : null;
        return new ExportFile("", found, count, isFault) { Type = type };
    }

    /// <summary>Files of a type are numbered in the order in which the server names them.</summary>
    private static IReadOnlyList<ExportFile> Named(IReadOnlyList<ExportFile> files)
    {
        var numbers = new Dictionary<string, int>(StringComparer.Ordinal);
        return [.. files.Select(file =>
        {
            int number = numbers.GetValueOrDefault(file.Type);
            numbers[file.Type] = number + 1;
            return file with { Name = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{file.Type}.{number:000}.ndjson") };
        })];
    }
}

/// <summary>A file of an export.</summary>
/// <param name="Name">What it is called here.</param>
/// <param name="Url">Where it is had.</param>
/// <param name="Count">How many resources it holds; null when the server does not say.</param>
/// <param name="IsFault">Whether it says what could not be exported.</param>
internal sealed record ExportFile(string Name, Uri Url, long? Count, bool IsFault)
{
    /// <summary>Type of its resources.</summary>
    public required string Type { get; init; }
}
