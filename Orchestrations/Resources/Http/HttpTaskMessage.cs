using System.Text;
using TaskOrchestration.Orchestrations.Resources.Services;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.Orchestrations.Resources.Http;

/// <summary>The request that <c>http:invoke</c> sends.</summary>
internal static class HttpTaskMessage
{
    public static HttpRequestMessage Of(HttpTaskParameters parameters, HttpConnection connection, ServiceRequest request)
    {
        var headers = Headers(parameters, connection, request);
        var message = new HttpRequestMessage(new HttpMethod(parameters.Method), Address(parameters, connection));
        if (Content(parameters, connection) is { } content)
        {
            message.Content = new ByteArrayContent(content);
            message.Content.Headers.TryAddWithoutValidation(
                "Content-Type", headers.GetValueOrDefault("content-type") ?? (parameters.ArrayFormat is null ? "application/json; charset=utf-8" : "application/x-www-form-urlencoded"));
        }

        foreach (var (name, value) in headers.Where(header => !header.Key.Equals("content-type", StringComparison.OrdinalIgnoreCase)))
        {
            message.Headers.TryAddWithoutValidation(name, value);
        }

        return message;
    }

    private static Dictionary<string, string> Headers(HttpTaskParameters parameters, HttpConnection connection, ServiceRequest request)
    {
        var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase)
        {
            ["User-Agent"] = $"Amazon|StepFunctions|HttpInvoke|{request.Place.Region}",
            ["Idempotency-Key"] = request.Attempt,
        };
        foreach (var (name, value) in parameters.Headers)
        {
            headers[name] = Text(value);
        }

        foreach (var (name, value) in connection.Headers)
        {
            headers[name] = value;
        }

        if (connection.Authorization is HttpAuthorization.ApiKey key)
        {
            headers[key.Header] = key.Value;
        }

        return headers;
    }

    private static Uri Address(HttpTaskParameters parameters, HttpConnection connection)
    {
        var pairs = parameters.QueryParameters
            .Where(parameter => !connection.QueryParameters.ContainsKey(parameter.Key))
            .SelectMany(parameter => parameter.Value is JsonArray several ? several.Select(value => (parameter.Key, Text(value))) : [(parameter.Key, Text(parameter.Value))])
            .Concat(connection.QueryParameters.Select(parameter => (parameter.Key, parameter.Value)))
            .Select(pair => $"{Uri.EscapeDataString(pair.Key)}={Uri.EscapeDataString(pair.Item2)}");
        var query = string.Join('&', (parameters.Endpoint.Query is { Length: > 1 } own ? [own[1..]] : Array.Empty<string>()).Concat(pairs));
        return new UriBuilder(parameters.Endpoint) { Query = query }.Uri;
    }

    private static byte[]? Content(HttpTaskParameters parameters, HttpConnection connection)
    {
        var body = parameters.Body;
        if (connection.BodyParameters.Count > 0 && body is (null or JsonObject))
        {
            body = connection.BodyParameters.Aggregate(body as JsonObject ?? JsonObject.Empty, (members, added) => members.With(added.Key, Json.Of(added.Value)));
        }

        return body switch
        {
            null => null,
            JsonObject form when parameters.ArrayFormat is { } format => Encoding.UTF8.GetBytes(FormEncoding.Write(form, format)),
            JsonString text => Encoding.UTF8.GetBytes(text.Value),
            _ => body.ToUtf8(),
        };
    }

    private static string Text(Json value) => value is JsonString text ? text.Value : value.ToString();
}
