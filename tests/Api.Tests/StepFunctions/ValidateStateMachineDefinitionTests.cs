using TaskOrchestration.Api.Tests.Serving;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.Api.Tests.StepFunctions;

public class ValidateStateMachineDefinitionTests : ApiTest
{
    [Fact]
    public async Task Says_that_a_definition_is_right() => Assert.Equal(
        ApiAnswer.Ok("""{"result":"OK","diagnostics":[],"truncated":false}"""),
        await ValidateAsync(Samples.Definition));

    [Fact]
    public async Task Says_all_that_is_wrong() => Assert.Equal(
        ApiAnswer.Ok("""
            {"result":"FAIL","truncated":false,"diagnostics":[
              {"severity":"ERROR","code":"SCHEMA_VALIDATION_FAILED","message":"These fields are required: [States, StartAt]","location":"/"}]}
            """),
        await ValidateAsync("{}"));

    [Fact]
    public async Task Says_where_a_text_is_no_JSON() => Assert.Equal(
        ApiAnswer.Ok("""
            {"result":"FAIL","truncated":false,"diagnostics":[
              {"severity":"ERROR","code":"INVALID_JSON_DESCRIPTION","location":"[Source: (String)\"not a definition\"; line: 1, column: 4]",
               "message":"Unrecognized token 'not': was expecting (JSON String, Number, Array, Object or token 'null', 'true' or 'false')\n at [Source: (String)\"not a definition\"; line: 1, column: 4]"}]}
            """),
        await ValidateAsync("not a definition"));

    [Fact]
    public async Task Says_that_there_is_more_than_was_asked_for()
    {
        var states = string.Join(',', Enumerable.Range(0, 5).Select(i => $$"""
            "S{{i}}":{"Type":"Pass","Next":"Nowhere"}
            """));

        var answer = await ValidateAsync($$$"""{"StartAt":"S0","States":{{{{states}}}}}""", """{"maxResults":2}""");

        var body = (JsonObject)answer.Body;
        Assert.Equal((Json.Of("FAIL"), 2, Json.True), (body["result"], ((JsonArray)body["diagnostics"]!).Count, body["truncated"]));
    }

    [Fact]
    public async Task Minds_the_type_of_the_machine()
    {
        const string Waiting = """{"StartAt":"A","States":{"A":{"Type":"Task","Resource":"arn:aws:states:::lambda:invoke.waitForTaskToken","Parameters":{"FunctionName":"f"},"End":true}}}""";

        var standard = (JsonObject)(await ValidateAsync(Waiting)).Body;
        var express = (JsonObject)(await ValidateAsync(Waiting, """{"type":"EXPRESS"}""")).Body;

        Assert.Equal((Json.Of("OK"), Json.Of("FAIL")), (standard["result"], express["result"]));
    }

    [Theory]
    [InlineData("{}", "ValidationException", "1 validation error detected: Value null at 'definition' failed to satisfy constraint: Member must not be null")]
    [InlineData("{'definition':'{}','severity':'INFO'}", "ValidationException", "1 validation error detected: Value 'INFO' at 'severity' failed to satisfy constraint: Member must satisfy enum value set: [ERROR, WARNING]")]
    [InlineData("{'definition':'{}','maxResults':101}", "ValidationException", "1 validation error detected: Value '101' at 'maxResults' failed to satisfy constraint: Member must have value less than or equal to 100")]
    [InlineData("{'definition':{}}", "SerializationException", "Start of structure or map found where not expected.")]
    public Task Refuses_bad_requests(string request, string code, string message) => RefusesAsync("ValidateStateMachineDefinition", request, code, message);

    private Task<ApiAnswer> ValidateAsync(string definition, string members = "{}") =>
        Server.CallAsync("ValidateStateMachineDefinition", ((JsonObject)Json.Parse(members)).With("definition", Json.Of(definition)));
}
