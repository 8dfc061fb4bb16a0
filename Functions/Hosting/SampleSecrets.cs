using Microsoft.Extensions.Configuration;

namespace TaskOrchestration.Functions.Hosting;

/// <summary>The secrets of local.settings.sample.json, which everybody knows: good for a laptop with an emulator, and for nothing else.</summary>
internal static class SampleSecrets
{
    /// <summary>The master key.</summary>
    public const string MasterKey = "bm90IGEgc2VjcmV0LCBhIGxhcHRvcCdzIG93biBrZXk=";

    /// <summary>The key of the first admin.</summary>
    public const string FirstAdminKey = "TOAKLAPTOP0000000000.0notAsecret0aLaptopsOwnKey00000000000000";

    /// <summary>Refuses them where the records are in a storage account that the app reaches by its own identity.</summary>
    /// <exception cref="InvalidDataException">A setting is one of them.</exception>
    public static void RefuseOnAzure(IConfiguration settings)
    {
        if (string.IsNullOrEmpty(settings[SettingNames.TableServiceUri]))
        {
            return;
        }

        foreach (var (name, known) in new[] { (SettingNames.MasterKey, MasterKey), (SettingNames.FirstAdminKey, FirstAdminKey) })
        {
            if (settings[name]?.Trim() == known)
            {
                throw new InvalidDataException($"Expected a secret of your own in the setting {name}, found the one of local.settings.sample.json, which everybody knows.");
            }
        }
    }
}
