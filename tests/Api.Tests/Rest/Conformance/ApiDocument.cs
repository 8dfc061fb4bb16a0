using TaskOrchestration.Api.Tests.Rest.Serving;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.Api.Tests.Rest.Conformance;

/// <summary>The OpenAPI document, as far as answers are held against it.</summary>
public sealed class ApiDocument
{
    private static readonly string[] Methods = ["get", "head", "put", "post", "patch", "delete"];

    private readonly SchemaCheck _schemas;

    public ApiDocument(JsonObject document)
    {
        Document = document;
        _schemas = new SchemaCheck(document);
        Operations =
        [
            .. from path in (JsonObject)document["paths"]!
               from method in (JsonObject)path.Value
               where Methods.Contains(method.Key)
               select new DocumentedOperation(method.Key.ToUpperInvariant(), path.Key, (JsonObject)method.Value),
        ];
    }

    public JsonObject Document { get; }

    public IReadOnlyList<DocumentedOperation> Operations { get; }

    /// <summary>Every documented answer.</summary>
    public IEnumerable<(string Method, string Path, int Status)> Answers => Operations.SelectMany(operation => operation.Statuses, (operation, status) => (operation.Method, operation.Path, status));

    /// <summary>The schema that a reference names; other schemas as they are.</summary>
    public JsonObject Resolve(JsonObject schema) => _schemas.Resolve(schema);

    /// <summary>Holds an answer against the operation it is an answer of.</summary>
    /// <returns>Which documented answer it is; null for one that belongs to no operation.</returns>
    public (string Method, string Path, int Status)? Check(string method, string path, RestAnswer answer)
    {
        var plain = path.Split('?')[0];
        if (Operations.FirstOrDefault(operation => operation.Method == method && operation.Covers(plain)) is not { } operation)
        {
            return null;
        }

        // A path of the wrong form may not have reached the operation at all.
        if (answer.Code is "route-not-found" or "bad-request")
        {
            return null;
        }

        var documented = operation.Response(answer.Status)
            ?? throw new InvalidOperationException($"{method} {operation.Path} answered {answer.Status}, which the document does not mention: {answer.Text}");
        CheckBody(operation, documented, answer);
        CheckHeaders(operation, documented, answer);
        return operation.Statuses.Contains(answer.Status) ? (operation.Method, operation.Path, answer.Status) : null;
    }

    private void CheckBody(DocumentedOperation operation, JsonObject documented, RestAnswer answer)
    {
        var content = documented["content"] as JsonObject;
        if (operation.Method == "HEAD" || content is null)
        {
            Expect(answer.Bytes.Length == 0, operation, answer, "no body");
            return;
        }

        var (mediaType, described) = content.Single();
        Expect(mediaType == "*/*" || answer.ContentType == mediaType, operation, answer, $"Content-Type {mediaType}, found {answer.ContentType}");
        if (((JsonObject)described)["schema"] is JsonObject schema)
        {
            var faults = _schemas.Faults(answer.Json, schema);
            Expect(faults.Count == 0, operation, answer, $"a body as documented; {string.Join("; ", faults)}");
        }
    }

    private static void CheckHeaders(DocumentedOperation operation, JsonObject documented, RestAnswer answer)
    {
        Expect(Guid.TryParse(answer.Header("X-Request-Id"), out _), operation, answer, "an X-Request-Id");
        if (answer.Code is not null && operation.Method != "HEAD")
        {
            Expect(answer.Member("requestId") == answer.Header("X-Request-Id"), operation, answer, "the request's id in the problem");
            Expect(answer.Member("status") == answer.Status.ToString(), operation, answer, "the status in the problem");
        }

        foreach (var (header, _) in documented["headers"] as JsonObject ?? JsonObject.Empty)
        {
            Expect(header == "Link" || answer.Header(header) is not null, operation, answer, $"the header {header}");
        }
    }

    private static void Expect(bool isMet, DocumentedOperation operation, RestAnswer answer, string expected)
    {
        if (!isMet)
        {
            throw new InvalidOperationException($"{operation.Method} {operation.Path}, {answer.Status}: expected {expected}. Found: {answer.Text}");
        }
    }
}
