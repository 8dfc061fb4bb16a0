using Azure.Core.Pipeline;

namespace Azure.Data.Tables.Rest;

/// <summary>Where an account's tables are, and who asks.</summary>
internal sealed record StorageAccount(Uri Endpoint, HttpPipelinePolicy Authentication, string Name)
{
    private const string EmulatorName = "devstoreaccount1";

    /// <summary>The emulator's key is published; it opens nothing.</summary>
    private const string EmulatorKey = "Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==";

    public static StorageAccount Of(Uri endpoint, HttpPipelinePolicy authentication)
    {
        ArgumentNullException.ThrowIfNull(endpoint);
        return new StorageAccount(endpoint, authentication, NameIn(endpoint));
    }

    public static StorageAccount Of(Uri endpoint, TableSharedKeyCredential credential)
    {
        ArgumentNullException.ThrowIfNull(credential);
        return Of(endpoint, new SharedKeyPolicy(credential)) with { Name = credential.AccountName };
    }

    /// <summary>The account a connection string names.</summary>
    /// <exception cref="FormatException">A text that names no account.</exception>
    public static StorageAccount Parse(string connectionString)
    {
        ArgumentException.ThrowIfNullOrEmpty(connectionString);
        var settings = Settings(connectionString);
        if (string.Equals(settings.GetValueOrDefault("UseDevelopmentStorage"), "true", StringComparison.OrdinalIgnoreCase))
        {
            var proxy = new Uri(settings.GetValueOrDefault("DevelopmentStorageProxyUri", "http://127.0.0.1"));
            return Of(new Uri($"{proxy.Scheme}://{proxy.Host}:10002/{EmulatorName}"), new TableSharedKeyCredential(EmulatorName, EmulatorKey));
        }

        if (settings.GetValueOrDefault("SharedAccessSignature") is { } signature && settings.GetValueOrDefault("TableEndpoint") is { } signed)
        {
            return Of(new UriBuilder(signed) { Query = signature }.Uri, authentication: null);
        }

        if (settings.GetValueOrDefault("AccountName") is { } name && settings.GetValueOrDefault("AccountKey") is { } key && EndpointIn(settings, name) is { } endpoint)
        {
            return Of(endpoint, new TableSharedKeyCredential(name, key));
        }

        throw new FormatException("No valid combination of account information found.");
    }

    private static Uri EndpointIn(Dictionary<string, string> settings, string name)
    {
        if (settings.GetValueOrDefault("TableEndpoint") is { } endpoint)
        {
            return new Uri(endpoint);
        }

        return settings.GetValueOrDefault("EndpointSuffix") is { } suffix
            ? new Uri($"{settings.GetValueOrDefault("DefaultEndpointsProtocol", "https")}://{name}.table.{suffix}")
            : null;
    }

    private static Dictionary<string, string> Settings(string connectionString)
    {
        var settings = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var setting in connectionString.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var parts = setting.Split('=', 2);
            if (parts.Length != 2 || !settings.TryAdd(parts[0].Trim(), parts[1].Trim()))
            {
                throw new FormatException("Connection string parsing error: expected name=value pairs, each name once.");
            }
        }

        return settings;
    }

    private static string NameIn(Uri endpoint) => Uri.CheckHostName(endpoint.Host) == UriHostNameType.Dns && endpoint.Host.Contains('.', StringComparison.Ordinal)
        ? endpoint.Host[..endpoint.Host.IndexOf('.', StringComparison.Ordinal)]
        : endpoint.AbsolutePath.Split('/', StringSplitOptions.RemoveEmptyEntries).FirstOrDefault();
}
