using TaskOrchestration.Api.Access;
using TaskOrchestration.Api.Rest;
using TaskOrchestration.Api.Rest.OpenApi;
using TaskOrchestration.Api.Tests.Rest.Serving;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.Api.Tests.Rest.Conformance;

public class ConformanceTests
{
    [Fact]
    public async Task Every_documented_answer_is_given_somewhere_and_is_as_documented()
    {
        await using var server = await RestServer.StartAsync();
        var scenarios = typeof(IScenario).Assembly.GetTypes().Where(type => type.IsClass && type.IsAssignableTo(typeof(IScenario)));

        foreach (var scenario in scenarios)
        {
            await ((IScenario)Activator.CreateInstance(scenario)!).RunAsync(server);
        }

        Assert.Empty(server.Client.Document!.Answers.Except(server.Client.Exercised).Select(answer => $"{answer.Method} {answer.Path} {answer.Status}"));
    }

    [Fact]
    public async Task No_route_is_missing_from_the_document()
    {
        await using var server = await RestServer.StartAsync();
        var routes = server.Endpoints.Where(endpoint => endpoint.RoutePattern.RawText!.TrimStart('/').StartsWith("api/", StringComparison.Ordinal)).ToList();

        Assert.DoesNotContain(routes, route => route.Metadata.GetMetadata<Operation>() is null);
        Assert.Equal(routes.Count, server.Client.Document!.Operations.Count(operation => operation.IsChecked));
    }

    [Fact]
    public async Task Every_route_says_who_may_call_it()
    {
        await using var server = await RestServer.StartAsync();

        Assert.DoesNotContain(server.Endpoints, endpoint => endpoint.Metadata.GetMetadata<AccessRule>() is null);
    }

    [Fact]
    public async Task An_operation_has_a_name_of_its_own_and_describes_the_parameters_of_its_path()
    {
        await using var server = await RestServer.StartAsync();
        var operations = server.Client.Document!.Operations;

        Assert.Equal(operations.Count, operations.Select(operation => operation.Id).Distinct().Count());
        Assert.DoesNotContain(operations, operation => operation.Path.Count(c => c == '{') != operation.Parameters.Count(parameter => parameter["in"] is JsonString { Value: "path" }));
    }

    [Fact]
    public async Task Every_text_in_a_request_has_a_length()
    {
        await using var server = await RestServer.StartAsync();
        var document = server.Client.Document!;
        var requests = document.Operations.SelectMany(operation => operation.Parameters.Select(parameter => (JsonObject)parameter["schema"]!).Append(operation.BodySchema ?? JsonObject.Empty));

        Assert.Empty(requests.SelectMany(schema => UnboundedTexts(schema, document, "")).Distinct());
    }

    [Fact]
    public async Task The_document_is_served_to_anybody()
    {
        await using var server = await RestServer.StartAsync();

        var answer = await server.Client.GetAsync(OpenApiPage.Path, caller: null);

        Assert.Equal((200, "application/json"), (answer.Status, answer.ContentType));
        Assert.Equal(server.Client.Document!.Document, answer.Json);
        Assert.Equal("3.1.1", answer.Member("openapi"));
    }

    private static IEnumerable<string> UnboundedTexts(JsonObject reference, ApiDocument document, string at)
    {
        var schema = document.Resolve(reference);
        if ((schema["type"] is JsonString { Value: "string" } || (schema["type"] as JsonArray)?[0] is JsonString { Value: "string" }) && schema["maxLength"] is null && schema["enum"] is null && schema["format"] is null)
        {
            yield return $"{reference["$ref"]}{at}";
        }

        foreach (var (name, property) in schema["properties"] as JsonObject ?? JsonObject.Empty)
        {
            foreach (var text in UnboundedTexts((JsonObject)property, document, $"{at}/{name}"))
            {
                yield return text;
            }
        }

        foreach (var inner in new[] { schema["items"] }.Concat(schema["anyOf"] as JsonArray ?? JsonArray.Empty).OfType<JsonObject>())
        {
            foreach (var text in UnboundedTexts(inner, document, $"{at}/-"))
            {
                yield return text;
            }
        }
    }
}
