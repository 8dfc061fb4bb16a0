using System.Diagnostics.CodeAnalysis;
using TaskOrchestration.Orchestrations.Resources.Services;
using TaskOrchestration.StatesLanguage.Executions;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.Orchestrations.Resources.Http;

/// <summary>What <c>http:invoke</c> is told.</summary>
internal sealed record HttpTaskParameters
{
    private static readonly string[] Methods = ["GET", "POST", "PUT", "DELETE", "PATCH", "OPTIONS", "HEAD"];

    /// <summary>Headers that are the service's to set.</summary>
    private static readonly string[] NotTheirs =
    [
        "authorization", "connection", "content-md5", "date", "expect", "host", "max-forwards", "proxy-authenticate", "server", "te", "transfer-encoding", "trailer", "upgrade",
        "via", "www-authenticate",
    ];

    private static readonly string[] NotTheirBeginnings = ["x-amz-", "x-amzn-", "x-forwarded"];

    public required Uri Endpoint { get; init; }

    public required string Method { get; init; }

    public required string ConnectionArn { get; init; }

    public required JsonObject Headers { get; init; }

    public required JsonObject QueryParameters { get; init; }

    public required Json? Body { get; init; }

    /// <summary>How lists are written in a form; null where the body is no form.</summary>
    public required string? ArrayFormat { get; init; }

    public static bool TryRead(ServiceRequest request, [NotNullWhen(true)] out HttpTaskParameters? parameters, [NotNullWhen(false)] out Failure? problem)
    {
        parameters = null;
        problem = null;
        var method = request.Text("Method")?.ToUpperInvariant();
        var wrong =
            !Uri.TryCreate(request.Text("ApiEndpoint"), UriKind.Absolute, out var endpoint) || endpoint.Scheme is not ("http" or "https") ? "ApiEndpoint"
            : method is null || !Methods.Contains(method) ? "Method"
            : ConnectionIn(request) is null ? "Authentication"
            : request["Headers"] is not (null or JsonObject) || HasForeignHeader(request) ? "Headers"
            : request["QueryParameters"] is not (null or JsonObject) ? "QueryParameters"
            : null;
        if (wrong is not null)
        {
            problem = Unstartable.Misshapen(request.Parameters, wrong);
            return false;
        }

        parameters = new HttpTaskParameters
        {
            Endpoint = endpoint!,
            Method = method!,
            ConnectionArn = ConnectionIn(request)!,
            Headers = request.Structure("Headers") ?? JsonObject.Empty,
            QueryParameters = request.Structure("QueryParameters") ?? JsonObject.Empty,
            Body = request["RequestBody"],
            ArrayFormat = ArrayFormatIn(request),
        };
        return true;
    }

    private static string? ConnectionIn(ServiceRequest request) =>
        ((request["Authentication"] as JsonObject)?["ConnectionArn"] ?? (request["InvocationConfig"] as JsonObject)?["ConnectionArn"]) is JsonString { Value.Length: > 0 } arn ? arn.Value : null;

    private static bool HasForeignHeader(ServiceRequest request) => request["Headers"] is JsonObject headers && headers.Any(header =>
        NotTheirs.Contains(header.Key.ToLowerInvariant()) || NotTheirBeginnings.Any(beginning => header.Key.StartsWith(beginning, StringComparison.OrdinalIgnoreCase)));

    private static string? ArrayFormatIn(ServiceRequest request) => request["Transform"] is JsonObject transform && transform["RequestBodyEncoding"] is JsonString { Value: "URL_ENCODED" }
        ? ((transform["RequestEncodingOptions"] as JsonObject)?["ArrayFormat"] as JsonString)?.Value ?? "INDICES"
        : null;
}
