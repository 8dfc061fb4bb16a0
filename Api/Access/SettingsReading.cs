using Microsoft.Extensions.Configuration;

namespace TaskOrchestration.Api.Access;

/// <summary>Reads sections of the settings.</summary>
internal static class SettingsReading
{
    /// <summary>The section's settings; those that nobody has set are as the type has them.</summary>
    /// <exception cref="InvalidDataException">A setting is of the wrong kind.</exception>
    public static T Read<T>(this IConfiguration configuration, string section)
        where T : class, new()
    {
        var found = configuration.GetSection(section);
        try
        {
            return found.Exists() ? found.Get<T>() ?? new T() : new T();
        }
        catch (InvalidOperationException e)
        {
            throw new InvalidDataException($"The settings are wrong: {section}: {e.Message}", e);
        }
    }
}
