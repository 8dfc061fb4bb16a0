using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;

namespace TaskOrchestration.Api.Access.Tokens;

/// <summary>The identity provider in the settings: its discovery document and its keys, fetched when they are first needed and from time to time after that.</summary>
internal sealed class IdentityProvider(OidcOptions options) : IDisposable
{
    private readonly Lazy<(HttpClient Http, ConfigurationManager<OpenIdConnectConfiguration> Configuration)> reached = new(() => Reach(options.Issuer!));

    // Keys that are fetched anew are waited for; otherwise the first token under a new key would be turned away.
    static IdentityProvider() => AppContext.SetSwitch("Switch.Microsoft.IdentityModel.UpdateConfigAsBlocking", true);

    /// <summary>Whether there is one.</summary>
    public bool Exists => options.Issuer is not null;

    /// <summary>Calls it.</summary>
    public HttpClient Http => reached.Value.Http;

    /// <summary>What it says of itself. Asking throws an <see cref="InvalidOperationException"/> while it cannot be reached.</summary>
    public ConfigurationManager<OpenIdConnectConfiguration> Configuration => reached.Value.Configuration;

    /// <summary>Whether it is the issuer of this name.</summary>
    public bool IsCalled(string? issuer) => issuer?.TrimEnd('/') == options.Issuer!.OriginalString.TrimEnd('/');

    /// <inheritdoc/>
    public void Dispose()
    {
        if (reached.IsValueCreated)
        {
            reached.Value.Http.Dispose();
        }
    }

    private static (HttpClient Http, ConfigurationManager<OpenIdConnectConfiguration> Configuration) Reach(Uri issuer)
    {
        var http = new HttpClient { Timeout = TimeSpan.FromSeconds(10), MaxResponseContentBufferSize = 1024 * 1024 };
        var address = $"{issuer.OriginalString.TrimEnd('/')}/.well-known/openid-configuration";
        var documents = new HttpDocumentRetriever(http) { RequireHttps = !issuer.IsLoopback };
        return (http, new ConfigurationManager<OpenIdConnectConfiguration>(address, new OpenIdConnectConfigurationRetriever(), documents) { RefreshInterval = TimeSpan.FromSeconds(30) });
    }
}
