namespace TaskOrchestration.Api.Access.Hosts;

/// <summary>Which other sites' pages may use the API. The section <c>Cors</c> of the settings; none, if nothing is said.</summary>
public sealed record CorsOptions
{
    /// <summary>Their origins, each as a browser sends it: scheme, host, and the port unless it is the scheme's own. No patterns.</summary>
    public IReadOnlyList<string> AllowedOrigins { get; init; } = [];

    /// <summary>Finds what cannot work.</summary>
    /// <exception cref="InvalidDataException">It says what.</exception>
    public CorsOptions Checked()
    {
        foreach (var origin in AllowedOrigins)
        {
            if (!Uri.TryCreate(origin, UriKind.Absolute, out var page) || page.Scheme is not ("http" or "https") || page.GetLeftPart(UriPartial.Authority) != origin || origin.Contains('*', StringComparison.Ordinal))
            {
                throw new InvalidDataException($"The settings are wrong: expected Cors:AllowedOrigins to have origins such as https://console.example.org, without path and wildcards; found '{origin}'.");
            }
        }

        return this;
    }
}
