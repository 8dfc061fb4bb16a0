using Microsoft.Extensions.Configuration;

namespace TaskOrchestration.Functions.Hosting;

/// <summary>The key under which secrets are encrypted, where there is no file of an owner's own.</summary>
internal static class MasterKeySetting
{
    private const int Length = 32;
    private const string Reference = "@Microsoft.KeyVault(";

    /// <summary>Reads it.</summary>
    /// <exception cref="InvalidDataException">It is not there, or is no key.</exception>
    public static byte[] Read(IConfiguration settings)
    {
        var text = settings[SettingNames.MasterKey];
        if (string.IsNullOrWhiteSpace(text))
        {
            throw new InvalidDataException($"Expected the setting {SettingNames.MasterKey}: {Length} random bytes in base64 (openssl rand -base64 {Length}), the same for all instances; found none.");
        }

        if (text.StartsWith(Reference, StringComparison.Ordinal))
        {
            throw new InvalidDataException(
                $"The setting {SettingNames.MasterKey} is a Key Vault reference that the platform could not resolve: see whether the vault has the secret, and whether the app's identity may read it.");
        }

        var key = new byte[Length];
        return Convert.TryFromBase64String(text.Trim(), key, out var written) && written == Length
            ? key
            : throw new InvalidDataException($"Expected {Length} bytes in base64 in the setting {SettingNames.MasterKey}, found something else.");
    }
}
