using Microsoft.Extensions.Configuration;
using TaskOrchestration.Functions.Hosting;

namespace TaskOrchestration.Functions.Storage;

/// <summary>Which storage account the product's records are in, and as whom it is spoken to.</summary>
public abstract record StorageConnection
{
    private const string Wanted = $"Expected {SettingNames.StorageConnectionString}, or {SettingNames.TableServiceUri} and {SettingNames.BlobServiceUri}";

    private StorageConnection()
    {
    }

    /// <summary>The account that the settings name: by connection string (a laptop), or by its addresses and the app's own identity (Azure).</summary>
    /// <exception cref="InvalidOperationException">Settings that name none.</exception>
    public static StorageConnection From(IConfiguration settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        if (settings[SettingNames.StorageConnectionString] is { Length: > 0 } text)
        {
            return new ByText(text);
        }

        return new ByIdentity(Address(settings, SettingNames.TableServiceUri), Address(settings, SettingNames.BlobServiceUri), settings[SettingNames.ClientId]);
    }

    private static Uri Address(IConfiguration settings, string name) => settings[name] switch
    {
        { Length: > 0 } text when Uri.TryCreate(text, UriKind.Absolute, out var address) => address,
        { Length: > 0 } text => throw new InvalidOperationException($"{Wanted}, found {name} '{text}', which is no address."),
        _ => throw new InvalidOperationException($"{Wanted}, found neither {name} nor a connection string."),
    };

    /// <summary>By a connection string with a key, such as that of the emulator.</summary>
    public sealed record ByText(string ConnectionString) : StorageConnection
    {
        /// <summary>The key stays out of logs.</summary>
        public override string ToString() => nameof(ByText);
    }

    /// <summary>By its addresses and an identity.</summary>
    /// <param name="Tables">Where its tables are.</param>
    /// <param name="Blobs">Where its blobs are.</param>
    /// <param name="ClientId">The user-assigned identity; none takes whatever identity the surroundings offer.</param>
    public sealed record ByIdentity(Uri Tables, Uri Blobs, string? ClientId) : StorageConnection;
}
