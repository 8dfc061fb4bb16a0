using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace TaskOrchestration.Api.Access.Signatures;

/// <summary>What a signed request may not have, because whoever signed it and whoever serves it could read it in two ways.</summary>
internal static class Ambiguities
{
    private const string Amazons = "X-Amz-";

    /// <summary>Why a request is turned away, if it is.</summary>
    public static Denial? Complaint(HttpRequest request)
    {
        foreach (var (name, values) in request.Headers)
        {
            if (values.Count > 1 && (IsOfAmazon(name) || name.Equals("Date", StringComparison.OrdinalIgnoreCase)))
            {
                return Repeated("header", name);
            }
        }

        return QueryComplaint(request) ?? PathComplaint(request);
    }

    private static Denial? QueryComplaint(HttpRequest request)
    {
        if (!request.QueryString.HasValue)
        {
            return null;
        }

        foreach (var (name, values) in request.Query)
        {
            if (values.Count > 1 && IsOfAmazon(name))
            {
                return Repeated("query parameter", name);
            }
        }

        return null;
    }

    // Both sides sign the path without these, but only one of them is asked for what the path says.
    private static Denial? PathComplaint(HttpRequest request)
    {
        var (path, _) = CanonicalRequest.Split(request.HttpContext.Features.Get<IHttpRequestFeature>()!.RawTarget);
        return path.Contains("//", StringComparison.Ordinal) || (path.Contains("/.", StringComparison.Ordinal) && path.Split('/').Any(segment => segment is "." or ".."))
            ? Denial.MalformedCredentials("Expected a signed path without empty segments and without dots for segments.")
            : null;
    }

    private static Denial Repeated(string kind, string name) => Denial.MalformedCredentials($"Expected the {kind} {name} once, found it several times.");

    private static bool IsOfAmazon(string name) => name.StartsWith(Amazons, StringComparison.OrdinalIgnoreCase);
}
