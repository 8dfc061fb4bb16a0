using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing.Patterns;
using TaskOrchestration.Api.Access;
using TaskOrchestration.Api.Rest.Idempotency;
using TaskOrchestration.Api.Rest.Shapes;
using TaskOrchestration.Domain.Access;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.Api.Rest.OpenApi;

/// <summary>Writes one operation: what it declares, and what follows from that.</summary>
internal sealed class OperationWriter(Operation operation, AccessRule? rule, SchemaWriter schemas)
{
    public const string ApiKey = "apiKey";
    public const string Basic = "basic";
    public const string Bearer = "bearer";

    private bool IsPublic => rule is { IsPublic: true };

    public JsonObject Write(RoutePattern pattern)
    {
        var parameters = Parameters(pattern).ToList();
        return new JsonObjectBuilder()
            .Set("operationId", Json.Of(operation.Id))
            .Set("tags", JsonArray.Of(Json.Of(operation.Tag)))
            .Set("summary", Json.Of(operation.Summary))
            .SetIfPresent("description", operation.Description)
            .SetIfPresent("parameters", parameters.Count > 0 ? JsonArray.Of(parameters) : null)
            .SetIfPresent("requestBody", Body())
            .Set("responses", Responses())
            .Set("security", IsPublic ? JsonArray.Empty : JsonArray.Of(Requirement(ApiKey), Requirement(Basic), Requirement(Bearer)))
            .SetIfPresent("x-roles", rule is null || rule.AnyOf == Roles.None ? null : JsonArray.Of(Names(rule.AnyOf)))
            .Build();
    }

    private IEnumerable<JsonObject> Parameters(RoutePattern pattern)
    {
        foreach (var member in ShapeOf.Record(operation.Parameters).Members)
        {
            var isInPath = pattern.GetParameter(member.Name) is not null;
            yield return new JsonObjectBuilder()
                .Set("name", Json.Of(member.Header ?? member.Name))
                .Set("in", Json.Of(member.Header is not null ? "header" : isInPath ? "path" : "query"))
                .SetIfPresent("required", isInPath || member.IsRequired ? Json.True : null)
                .SetIfPresent("description", member.Description)
                .Set("schema", schemas.Write(member with { IsNullable = false }, withDescription: false))
                .Build();
        }

        if (operation.Method == HttpMethods.Post)
        {
            yield return JsonObject.Of(
                ("name", Json.Of(IdempotencyKey.Header)),
                ("in", Json.Of("header")),
                ("description", Json.Of("The same request again under the same key is answered the same way and done once.")),
                ("schema", schemas.Write(new Member("", new Shape.Text { MinimumLength = 1, MaximumLength = IdempotencyKey.MaximumLength, Spelling = IdempotencyKey.Spelling }, IsRequired: false, IsNullable: false))));
        }
    }

    private JsonObject? Body()
    {
        if (operation.Body is null && !operation.BodyIsStreamed)
        {
            return null;
        }

        var content = new JsonObjectBuilder();
        foreach (var type in operation.BodyTypes)
        {
            content.Set(type, operation.Body is null ? JsonObject.Empty : JsonObject.Of(("schema", schemas.Write(operation.Body))));
        }

        return new JsonObjectBuilder()
            .SetIfPresent("required", operation.BodyIsOptional ? null : Json.True)
            .Set("content", content.Build())
            .Build();
    }

    private JsonObject Responses()
    {
        var responses = new JsonObjectBuilder();
        foreach (var answer in operation.Answers.OrderBy(answer => answer.Status))
        {
            responses.Set(answer.Status.ToString(CultureInfo.InvariantCulture), Response(answer));
        }

        foreach (var refusals in Refusals().Distinct().Select(code => ProblemCode.Named(code) ?? throw new InvalidOperationException($"{operation.Id} refuses with {code}, which is no problem's code."))
            .GroupBy(code => code.Status).OrderBy(group => group.Key))
        {
            responses.Set(
                refusals.Key.ToString(CultureInfo.InvariantCulture),
                Refusal(string.Join("; ", refusals.Select(code => $"{code.Title} ({code.Code})")) + "."));
        }

        return operation.IsBare
            ? responses.Build()
            : responses.Set("default", Refusal("Any other problem: too many requests (429), or the server failed (500) or takes nothing on (503).")).Build();
    }

    private IEnumerable<string> Refusals()
    {
        List<string> codes = operation.IsBare ? [.. operation.Refusals] : ["invalid-parameter", .. operation.Refusals];
        if (!IsPublic)
        {
            codes.Add("unauthenticated");
        }

        if (rule is { AnyOf: not Roles.None })
        {
            codes.Add("forbidden");
        }

        if (operation.Body is not null)
        {
            codes.AddRange("invalid-body", "malformed-json", "too-large", "unsupported-media-type");
        }

        if (operation.Method == HttpMethods.Post)
        {
            codes.AddRange("idempotency-key-in-use", operation.AnswerIsSecret ? "answer-not-repeatable" : "idempotency-key-in-use", "idempotency-key-reused");
        }

        return codes;
    }

    private JsonObject Response(OperationAnswer answer)
    {
        var headers = new JsonObjectBuilder();
        foreach (var header in answer.Headers)
        {
            headers.Set(header, JsonObject.Of(("schema", JsonObject.Of(("type", Json.Of("string"))))));
        }

        var mediaType = answer.Body is null ? answer.MediaType : "application/json";
        return new JsonObjectBuilder()
            .Set("description", Json.Of(answer.Description))
            .SetIfPresent("headers", headers.Count > 0 ? headers.Build() : null)
            .SetIfPresent("content", mediaType is null ? null : JsonObject.Of((mediaType, answer.Body is null ? JsonObject.Empty : JsonObject.Of(("schema", schemas.Write(answer.Body))))))
            .Build();
    }

    private JsonObject Refusal(string description) => JsonObject.Of(
        ("description", Json.Of(description)),
        ("content", JsonObject.Of((ProblemAnswering.MediaType, JsonObject.Of(("schema", schemas.Write(typeof(Problem))))))));

    private static JsonObject Requirement(string scheme) => JsonObject.Of((scheme, JsonArray.Empty));

    private static IEnumerable<Json> Names(Roles roles) =>
        Enum.GetValues<Roles>().Where(role => role != Roles.None && roles.HasFlag(role)).Select(role => Json.Of(role.ToString().ToLowerInvariant()));
}
