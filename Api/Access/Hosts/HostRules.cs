using System.Net;
using Microsoft.AspNetCore.Http;
using TaskOrchestration.Api.Access.Sessions;
using TaskOrchestration.Domain.Values;

namespace TaskOrchestration.Api.Access.Hosts;

/// <summary>By which names a server may be addressed, and from which pages.</summary>
/// <remarks>
/// A page anywhere can make a browser send requests to this machine, under a name of its own that it lets point here. Where requests need credentials
/// they come without; an anonymous server must look at what the browser says: the name in Host, and the page's origin.
/// </remarks>
internal sealed record HostRules(AccessMode Mode, ValueList<string> AllowedHosts)
{
    /// <summary>Which other sites' pages may use the API.</summary>
    public CorsRules Cors { get; init; } = new(new CorsOptions());

    // SDKs put this before the host for StartSyncExecution.
    private const string SdkPrefix = "sync-";

    /// <summary>Why a request is turned away, if it is.</summary>
    public Denial? Complaint(HttpRequest request)
    {
        if (!MayAddress(request.Host.Host))
        {
            return Denial.WrongHost($"Expected a Host header that names {(Mode == AccessMode.Anonymous ? "this machine's loopback address" : string.Join(" or ", AllowedHosts))}, found '{request.Host.Value}'.");
        }

        return request.Headers.Origin.ToString() is { Length: > 0 } origin && !MayCome(origin, request)
            ? Denial.Forbidden($"Expected requests of this server's own pages, found one of '{origin}'.")
            : null;
    }

    private bool MayAddress(string host)
    {
        var name = host.StartsWith(SdkPrefix, StringComparison.OrdinalIgnoreCase) ? host[SdkPrefix.Length..] : host;
        return Mode == AccessMode.Anonymous
            ? IsLoopback(name)
            : AllowedHosts.Count == 0 || IsLoopback(name) || AllowedHosts.Contains(name, StringComparer.OrdinalIgnoreCase);
    }

    private bool MayCome(string origin, HttpRequest request)
    {
        if (!Uri.TryCreate(origin, UriKind.Absolute, out var page))
        {
            return false;
        }

        return SameOrigin.IsOwn(request) || (Mode == AccessMode.Anonymous ? IsLoopback(page.Host) || Cors.Allows(origin) : !IsSentByItself(request));
    }

    // Of all credentials, a browser sends along only a cookie and those of HTTP Basic without being told to by the page.
    private static bool IsSentByItself(HttpRequest request) => SessionCookie.Read(request) is not null || request.Headers.Authorization.ToString().StartsWith("Basic ", StringComparison.OrdinalIgnoreCase);

    private static bool IsLoopback(string name) =>
        name.Equals("localhost", StringComparison.OrdinalIgnoreCase)
        || name.EndsWith(".localhost", StringComparison.OrdinalIgnoreCase)
        || (IPAddress.TryParse(name.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address));
}
