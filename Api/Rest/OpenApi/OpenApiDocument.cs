using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using TaskOrchestration.Api.Access;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.Api.Rest.OpenApi;

/// <summary>The description of every operation that is mapped, as OpenAPI 3.1.</summary>
/// <seealso href="https://spec.openapis.org/oas/v3.1.1.html">OpenAPI 3.1.1</seealso>
internal static class OpenApiDocument
{
    /// <summary>Writes the document.</summary>
    public static JsonObject Of(IEnumerable<Endpoint> endpoints)
    {
        var schemas = new SchemaWriter();
        schemas.Write(typeof(Problem));
        var operations = endpoints.OfType<RouteEndpoint>()
            .Select(endpoint => (Endpoint: endpoint, Operation: endpoint.Metadata.GetMetadata<Operation>()!))
            .Where(pair => pair.Operation is not null)
            .ToList();
        var paths = new JsonObjectBuilder();
        foreach (var path in operations.GroupBy(pair => $"/{pair.Endpoint.RoutePattern.RawText!.TrimStart('/')}").OrderBy(path => path.Key, StringComparer.Ordinal))
        {
            paths.Set(path.Key, Path(path, schemas));
        }

        return new JsonObjectBuilder()
            .Set("openapi", Json.Of("3.1.1"))
            .Set("info", About())
            .Set("servers", JsonArray.Of(JsonObject.Of(("url", Json.Of("/")))))
            .Set("tags", JsonArray.Of(operations.Select(pair => pair.Operation.Tag).Distinct().Order(StringComparer.Ordinal).Select(tag => JsonObject.Of(("name", Json.Of(tag))))))
            .Set("paths", paths.Build())
            .Set("components", JsonObject.Of(("schemas", schemas.Components), ("securitySchemes", SecuritySchemes())))
            .Build();
    }

    private static JsonObject About() => JsonObject.Of(
        ("title", Json.Of("Task orchestration")),
        ("version", Json.Of("1")),
        ("description", Json.Of(
            "Purchases, refunds and orders become tasks, which workflows carry out. Every failure is answered with a problem (RFC 9457). "
            + "Every answer has an X-Request-Id, and as X-Server-Time the time on the server's clock. A POST may have an Idempotency-Key: the same request again is then answered the same way and done once.")),
        ("license", JsonObject.Of(("name", Json.Of("MIT")), ("identifier", Json.Of("MIT")))));

    private static JsonObject Path(IEnumerable<(RouteEndpoint Endpoint, Operation Operation)> operations, SchemaWriter schemas)
    {
        var path = new JsonObjectBuilder();
        foreach (var (endpoint, operation) in operations.OrderBy(pair => pair.Operation.Method, StringComparer.Ordinal))
        {
            path.Set(operation.Method.ToLowerInvariant(), new OperationWriter(operation, endpoint.Metadata.GetMetadata<AccessRule>(), schemas).Write(endpoint.RoutePattern));
        }

        return path.Build();
    }

    private static JsonObject SecuritySchemes() => JsonObject.Of(
        (OperationWriter.ApiKey, JsonObject.Of(
            ("type", Json.Of("apiKey")), ("in", Json.Of("header")), ("name", Json.Of("X-Api-Key")), ("description", Json.Of("A key's id and secret, joined by a colon or as the key was shown.")))),
        (OperationWriter.Basic, JsonObject.Of(("type", Json.Of("http")), ("scheme", Json.Of("basic")), ("description", Json.Of("A key's id as the user, its secret as the password.")))),
        (OperationWriter.Bearer, JsonObject.Of(("type", Json.Of("http")), ("scheme", Json.Of("bearer")), ("bearerFormat", Json.Of("JWT")), ("description", Json.Of("A token of the OpenID Connect issuer in the settings.")))));
}
