using System.Globalization;
using Microsoft.Extensions.Configuration;

namespace TaskOrchestration.Orchestrations.Resources;

/// <summary>Reads which functions are reached over HTTP.</summary>
/// <remarks>
/// The short form is <c>"Functions": { "NAME": "http://…" }</c>, the long one
/// <c>"Functions": { "NAME": { "Url": "http://…", "TimeoutSeconds": 30, "Headers": { "x-functions-key": "…" } } }</c>.
/// </remarks>
public static class HttpFunctionSettings
{
    /// <summary>The functions of a section, by name.</summary>
    /// <exception cref="InvalidOperationException">A setting is missing or wrong; the message names it.</exception>
    public static IReadOnlyDictionary<string, HttpFunction> Read(IConfigurationSection section)
    {
        ArgumentNullException.ThrowIfNull(section);
        return section.GetChildren().ToDictionary(function => function.Key, ReadFunction);
    }

    internal static HttpFunction ReadFunction(IConfigurationSection function)
    {
        var address = function.Value is null ? function.GetSection("Url") : function;
        return new HttpFunction
        {
            Url = ReadUrl(address),
            Timeout = ReadTimeout(function.GetSection("TimeoutSeconds")),
            Headers = function.GetSection("Headers").GetChildren().ToDictionary(header => header.Key, header => header.Value ?? ""),
        };
    }

    private static Uri ReadUrl(IConfigurationSection setting) =>
        Uri.TryCreate(setting.Value, UriKind.Absolute, out var url) && (url.Scheme == Uri.UriSchemeHttp || url.Scheme == Uri.UriSchemeHttps)
            ? url
            : throw Wrong(setting, "an http or https URL");

    private static TimeSpan ReadTimeout(IConfigurationSection setting)
    {
        if (setting.Value is null)
        {
            return TimeSpan.FromMinutes(15);
        }

        return double.TryParse(setting.Value, NumberStyles.Float, CultureInfo.InvariantCulture, out var seconds) && seconds is > 0 and <= 86_400
            ? TimeSpan.FromSeconds(seconds)
            : throw Wrong(setting, "a number of seconds, more than 0 and at most 86400");
    }

    private static InvalidOperationException Wrong(IConfigurationSection setting, string expected) =>
        new($"{setting.Path}: expected {expected}, found {(setting.Value is null ? "nothing" : $"'{setting.Value}'")}.");
}
