using Microsoft.Extensions.Configuration;

namespace TaskOrchestration.Orchestrations.Resources.Http;

/// <summary>Reads connections: <c>"Connections": { "NAME": { "AuthorizationType": "API_KEY", "ApiKeyName": "x-api-key", "ApiKeyValue": "…" } }</c>.</summary>
/// <remarks>
/// <c>AuthorizationType</c> is <c>NONE</c>, <c>BASIC</c> (with <c>Username</c>, <c>Password</c>), <c>API_KEY</c> (with <c>ApiKeyName</c>, <c>ApiKeyValue</c>) or
/// <c>OAUTH_CLIENT_CREDENTIALS</c> (with <c>TokenUrl</c>, <c>ClientId</c>, <c>ClientSecret</c>, <c>Scope</c>); beside it <c>Headers</c>, <c>QueryParameters</c>,
/// <c>BodyParameters</c> and <c>Endpoints</c>.
/// </remarks>
public static class HttpConnectionSettings
{
    /// <summary>The connections of a section, by name.</summary>
    /// <exception cref="InvalidOperationException">A setting is missing or wrong; the message names it and never quotes a secret.</exception>
    public static IReadOnlyDictionary<string, HttpConnection> Read(IConfigurationSection section)
    {
        ArgumentNullException.ThrowIfNull(section);
        return section.GetChildren().ToDictionary(connection => connection.Key, ReadConnection);
    }

    private static HttpConnection ReadConnection(IConfigurationSection connection) => new()
    {
        Authorization = ReadAuthorization(connection),
        Headers = ReadTexts(connection.GetSection("Headers")),
        QueryParameters = ReadTexts(connection.GetSection("QueryParameters")),
        BodyParameters = ReadTexts(connection.GetSection("BodyParameters")),
        Endpoints = [.. connection.GetSection("Endpoints").GetChildren().Select(ReadUrl)],
    };

    private static HttpAuthorization ReadAuthorization(IConfigurationSection connection) => (connection["AuthorizationType"] ?? "NONE") switch
    {
        "NONE" => HttpAuthorization.Nobody,
        "BASIC" => new HttpAuthorization.Basic(Required(connection, "Username"), Required(connection, "Password")),
        "API_KEY" => new HttpAuthorization.ApiKey(Required(connection, "ApiKeyName"), Required(connection, "ApiKeyValue")),
        "OAUTH_CLIENT_CREDENTIALS" => new HttpAuthorization.ClientCredentials(
            ReadUrl(connection.GetSection("TokenUrl")), Required(connection, "ClientId"), Required(connection, "ClientSecret"), connection["Scope"]),
        var other => throw new InvalidOperationException(
            $"{connection.Path}:AuthorizationType: expected NONE, BASIC, API_KEY or OAUTH_CLIENT_CREDENTIALS, found '{other}'."),
    };

    private static string Required(IConfigurationSection connection, string name) => connection[name] is { Length: > 0 } value
        ? value
        : throw new InvalidOperationException($"{connection.Path}:{name}: expected a text, found nothing.");

    private static Uri ReadUrl(IConfigurationSection setting) =>
        Uri.TryCreate(setting.Value, UriKind.Absolute, out var url) && (url.Scheme == Uri.UriSchemeHttp || url.Scheme == Uri.UriSchemeHttps)
            ? url
            : throw new InvalidOperationException($"{setting.Path}: expected an http or https URL, found {(setting.Value is null ? "nothing" : $"'{setting.Value}'")}.");

    private static Dictionary<string, string> ReadTexts(IConfigurationSection section) => section.GetChildren().ToDictionary(text => text.Key, text => text.Value ?? "");
}
