namespace Azure.Storage.Blobs.Rest;

/// <summary>What a connection string says of the blob service.</summary>
internal sealed record StorageConnection(string AccountName, byte[] AccountKey, Uri BlobEndpoint)
{
    private const string EmulatorAccount = "devstoreaccount1";

    /// <summary>The emulator's key, which is known to everybody.</summary>
    private const string EmulatorKey = "Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==";

    /// <summary>Reads a connection string.</summary>
    /// <exception cref="FormatException">It is no connection string, or has no key of the account.</exception>
    public static StorageConnection Parse(string text)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(text);
        var parts = text.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(part => part.Split('=', 2))
            .Select(pair => pair.Length == 2 ? pair : throw new FormatException("Expected a name and a value in each part of a connection string, found a part without '='."))
            .ToDictionary(pair => pair[0], pair => pair[1], StringComparer.OrdinalIgnoreCase);
        if (string.Equals(parts.GetValueOrDefault("UseDevelopmentStorage"), "true", StringComparison.OrdinalIgnoreCase))
        {
            return new StorageConnection(EmulatorAccount, Convert.FromBase64String(EmulatorKey), new Uri($"http://127.0.0.1:10000/{EmulatorAccount}"));
        }

        var account = Required(parts, "AccountName");
        var address = parts.GetValueOrDefault("BlobEndpoint")
            ?? $"{parts.GetValueOrDefault("DefaultEndpointsProtocol", "https")}://{account}.blob.{parts.GetValueOrDefault("EndpointSuffix", "core.windows.net")}";
        return new StorageConnection(account, Convert.FromBase64String(Required(parts, "AccountKey")), new Uri(address));
    }

    private static string Required(Dictionary<string, string> parts, string name) =>
        parts.GetValueOrDefault(name) ?? throw new FormatException($"Expected {name} in a connection string, found none.");
}
