using System.Collections.Concurrent;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.Orchestrations.Resources.Http;

/// <summary>Fetches OAuth 2 tokens by client credentials, and keeps each until shortly before it is no good any more.</summary>
public sealed class HttpTokens(HttpClient client, TimeProvider time)
{
    private static readonly TimeSpan Margin = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan ShortestLife = TimeSpan.FromMinutes(1);

    private readonly ConcurrentDictionary<HttpAuthorization.ClientCredentials, (string Token, DateTimeOffset Until)> kept = [];

    /// <summary>A token that is good now.</summary>
    /// <exception cref="HttpRequestException">There is none to be had.</exception>
    public async ValueTask<string> GetAsync(HttpAuthorization.ClientCredentials credentials, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(credentials);
        if (kept.TryGetValue(credentials, out var known) && time.GetUtcNow() < known.Until)
        {
            return known.Token;
        }

        var form = new Dictionary<string, string> { ["grant_type"] = "client_credentials", ["client_id"] = credentials.ClientId, ["client_secret"] = credentials.ClientSecret };
        if (credentials.Scope is { } scope)
        {
            form["scope"] = scope;
        }

        using var content = new FormUrlEncodedContent(form);
        using var response = await client.PostAsync(credentials.TokenUrl, content, cancellationToken);
        response.EnsureSuccessStatusCode();
        return Keep(credentials, await response.Content.ReadAsByteArrayAsync(cancellationToken));
    }

    private string Keep(HttpAuthorization.ClientCredentials credentials, byte[] answer)
    {
        JsonObject? members;
        try
        {
            members = Json.Parse(answer) as JsonObject;
        }
        catch (JsonSyntaxException e)
        {
            throw new HttpRequestException($"{credentials.TokenUrl.GetLeftPart(UriPartial.Path)}: expected JSON with an access_token, found none.", e);
        }

        if (members?["access_token"] is not JsonString { Value.Length: > 0 } token)
        {
            throw new HttpRequestException($"{credentials.TokenUrl.GetLeftPart(UriPartial.Path)}: expected an access_token in the answer, found none.");
        }

        var life = members["expires_in"] is JsonNumber { Value: > 0 and < 1e9 } seconds ? TimeSpan.FromSeconds(seconds.Value) : ShortestLife;
        kept[credentials] = (token.Value, time.GetUtcNow() + life - Margin);
        return token.Value;
    }
}
