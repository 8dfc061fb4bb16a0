using TaskOrchestration.Api.Tests.Serving;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.Api.Tests.StepFunctions;

public class TestStateTests : ApiTest
{
    private const string Task = """{"Type":"Task","Resource":"arn:aws:states:::lambda:invoke","Parameters":{"FunctionName":"f"},"Next":"After"}""";
    private const string PutEvents = """{"Type":"Task","Resource":"arn:aws:states:::events:putEvents","Parameters":{"Entries":[]},"End":true}""";
    private const string StartExecution = """{"Type":"Task","Resource":"arn:aws:states:::aws-sdk:sfn:startExecution","Parameters":{},"End":true}""";
    private const string GetFunction = """{"Type":"Task","Resource":"arn:aws:states:::aws-sdk:lambda:getFunction","Parameters":{},"End":true}""";
    private const string Parallel = """{"Type":"Parallel","Branches":[{"StartAt":"A","States":{"A":{"Type":"Succeed"}}}],"End":true}""";
    private const string Map = """{"Type":"Map","ItemProcessor":{"StartAt":"A","States":{"A":{"Type":"Succeed"}}},"End":true}""";
    private const string Machine = """{"StartAt":"A","States":{"A":{"Type":"Pass","Next":"B"},"B":{"Type":"Succeed"}}}""";

    [Fact]
    public async Task Says_how_a_state_went()
    {
        var answer = await TestAsync(Machine, """{"stateName":"A","input":"{\"x\":1}"}""");

        Assert.Equal(ApiAnswer.Ok("""{"output":"{\"x\":1}","nextState":"B","status":"SUCCEEDED"}"""), answer);
    }

    [Fact]
    public async Task Shows_the_data_on_its_way_where_that_is_asked_for()
    {
        var answer = await TestAsync(Task, """{"inspectionLevel":"DEBUG","mock":{"result":"{\"Payload\":[1]}"},"variables":"{\"v\":2}"}""");

        Assert.Equal(
            ApiAnswer.Ok(
                """
                {
                  "output": "{\"Payload\":[1]}",
                  "inspectionData": {
                    "input": "{}",
                    "afterInputPath": "{}",
                    "afterParameters": "{\"FunctionName\":\"f\"}",
                    "result": "{\"Payload\":[1]}",
                    "afterResultSelector": "{\"Payload\":[1]}",
                    "afterResultPath": "{\"Payload\":[1]}",
                    "variables": "{\"v\":2}"
                  },
                  "nextState": "After",
                  "status": "SUCCEEDED"
                }
                """),
            answer);
    }

    [Fact]
    public async Task Shows_which_retrier_takes_an_error()
    {
        var state = Task.Replace("\"Next\"", "\"Retry\":[{\"ErrorEquals\":[\"Busy\"],\"IntervalSeconds\":2}],\"Next\"", StringComparison.Ordinal);

        var answer = await TestAsync(state, """{"inspectionLevel":"TRACE","mock":{"errorOutput":{"error":"Busy"}},"stateConfiguration":{"retrierRetryCount":1}}""");

        Assert.Equal(
            ApiAnswer.Ok(
                """
                {
                  "error": "Busy",
                  "inspectionData": {
                    "input": "{}", "afterInputPath": "{}", "afterParameters": "{\"FunctionName\":\"f\"}",
                    "errorDetails": { "retryBackoffIntervalSeconds": 4, "retryIndex": 0 }
                  },
                  "status": "RETRIABLE"
                }
                """),
            answer);
    }

    [Fact]
    public async Task A_function_that_is_not_there_fails_the_state()
    {
        var answer = await TestAsync(Task, """{"roleArn":"arn:aws:iam::123456789012:role/r"}""");

        Assert.Equal("Lambda.ResourceNotFoundException", Text(answer, "error"));
    }

    [Theory]
    [InlineData(Task, "{}", "ValidationException", "RoleArn must be specified when testing a Task state")]
    [InlineData(Task, """{"stateName":"A"}""", "InvalidDefinition", null)]
    [InlineData(Machine, """{"stateName":"C"}""", "ValidationException", "State not found in definition")]
    [InlineData(Machine, """{"stateName":""}""", "ValidationException", "1 validation error detected: Value '' at 'stateName' failed to satisfy constraint: Member must have length greater than or equal to 1")]
    [InlineData("""{"Type":"Pass"}""", "{}", "InvalidDefinition", "Invalid State Machine Definition: 'SCHEMA_VALIDATION_FAILED: These fields are required: [Next or End] at /States/StateName'")]
    [InlineData("""{"Type":"Succeed"}""", """{"mock":{"result":"1"}}""", "ValidationException", "State type 'Succeed' is not supported when a mock is specified")]
    [InlineData(Task, """{"mock":{"result":"1","errorOutput":{}}}""", "ValidationException", "A test mock should have only one of the following fields: [result, errorOutput].")]
    [InlineData(Task, """{"mock":{}}""", "ValidationException", "A test mock should have one of the following fields: [result, errorOutput].")]
    [InlineData(Task, """{"mock":{"result":"nonsense"}}""", "ValidationException", "Invalid JSON at 'mock.result': Unrecognized token 'nonsense': was expecting (JSON String, Number, Array, Object or token 'null', 'true' or 'false')")]
    [InlineData(Parallel, "{}", "InvalidDefinition", "TestState API does not support Map or Parallel states. Supported state types include: [Task, Wait, Pass, Succeed, Fail, Choice]")]
    [InlineData(Parallel, """{"mock":{"result":"{}"}}""", "ValidationException", "Mocked result must be an array.")]
    [InlineData(Parallel, """{"mock":{"result":"[]"}}""", "ValidationException", "Mocked result must contain the same number of items as number of Parallel branches.")]
    [InlineData(Map, """{"stateConfiguration":{"mapIterationFailureCount":1}}""", "ValidationException", "TestState does not support MapIterationFailureCount when a mock is not specified.")]
    [InlineData(Map, """{"mock":{"result":"[]"},"stateConfiguration":{"mapIterationFailureCount":1}}""", "ValidationException", "Map iteration failure count must be less than or equal to the number of Map iterations")]
    [InlineData(Task, """{"inspectionLevel":"ALL","stateConfiguration":{"retrierRetryCount":-1}}""", "ValidationException", "2 validation errors detected: Value 'ALL' at 'inspectionLevel' failed to satisfy constraint: Member must satisfy enum value set: [INFO, DEBUG, TRACE]; Value '-1' at 'stateConfiguration.retrierRetryCount' failed to satisfy constraint: Member must have value greater than or equal to 0")]
    [InlineData(Task, """{"context":"{\"State\":{\"RetryCount\":\"1\"}}"}""", "ValidationException", "Invalid Context object provided: State.RetryCount must be a number")]
    [InlineData(Task, """{"context":"{\"Execution\":1}"}""", "ValidationException", "Invalid Context object provided: Execution must be an object")]
    [InlineData(Task, """{"context":"{\"Other\":1}"}""", "ValidationException", "Invalid Context object provided: Field 'Other' is not allowed")]
    [InlineData(Task, """{"variables":"[]"}""", "ValidationException", "Expected a JSON object at 'variables', found another kind of value: array")]
    [InlineData(Task, """{"input":"nonsense"}""", "InvalidExecutionInput", "Invalid State Machine Execution Input: 'Unrecognized token 'nonsense': was expecting (JSON String, Number, Array, Object or token 'null', 'true' or 'false')'")]
    [InlineData(Task, """{"revealSecrets":true}""", "ValidationException", "revealSecrets can only be used with the TRACE inspection level")]
    public async Task Refuses_bad_requests(string definition, string request, string code, string? message)
    {
        var answer = await TestAsync(definition, request);

        Assert.Equal(code, Text(answer, "__type"));
        if (message is not null)
        {
            Assert.Equal(message, Text(answer, "message"));
        }
    }

    [Theory]
    [InlineData(PutEvents, "{}", null)]
    [InlineData(PutEvents, """{"Unknown":1,"Entries":[{"EventId":"1"}]}""", null)]
    [InlineData(PutEvents, """{"Entries":{}}""", "Field 'Entries' must be an array")]
    [InlineData(PutEvents, """{"Entries":[1]}""", "Field 'Entries' must be an object")]
    [InlineData(PutEvents, """{"Entries":[{"EventId":1}]}""", "Field 'EventId' must be a string")]
    [InlineData(StartExecution, """{"StartDate":"x"}""", "Required field 'ExecutionArn' is missing")]
    [InlineData(GetFunction, """{"Configuration":{"MemorySize":1}}""", "Field 'MemorySize' is less than the minimum value")]
    [InlineData(GetFunction, """{"Configuration":{"MemorySize":99999}}""", "Field 'MemorySize' exceeds the maximum value")]
    [InlineData(GetFunction, """{"Configuration":{"MemorySize":"1"}}""", "Field 'MemorySize' must be a number")]
    [InlineData(GetFunction, """{"Configuration":{"MemorySize":null}}""", null)]
    [InlineData(GetFunction, """{"Tags":{"a":1}}""", "Field 'a' must be a string")]
    [InlineData(Task, """{"Payload":{"anything":[1]},"StatusCode":"200"}""", "Field 'StatusCode' must be a number")]
    public async Task Holds_a_mocked_result_against_what_the_service_answers(string definition, string result, string? problem)
    {
        var mock = JsonObject.Of(("mock", JsonObject.Of(("result", Json.Of(result)))));

        var answer = await TestAsync(definition, mock.ToString());

        Assert.Equal(problem is null ? null : $"Mock result schema validation error: {problem}", Text(answer, "message"));
    }

    [Theory]
    [InlineData("PRESENT", """{"StartDate":true}""", "Mock result schema validation error: Field 'StartDate' must be a string")]
    [InlineData("PRESENT", "{}", null)]
    [InlineData("NONE", """{"StartDate":true}""", null)]
    public async Task Looks_as_closely_as_it_is_asked_to(string mode, string result, string? message)
    {
        var mock = JsonObject.Of(("mock", JsonObject.Of(("result", Json.Of(result)), ("fieldValidationMode", Json.Of(mode)))));

        Assert.Equal(message, Text(await TestAsync(StartExecution, mock.ToString()), "message"));
    }

    private static string? Text(ApiAnswer answer, string member) => (((JsonObject)answer.Body)[member] as JsonString)?.Value;

    private Task<ApiAnswer> TestAsync(string definition, string request) =>
        Server.CallAsync("TestState", ((JsonObject)Json.Parse(request)).With("definition", Json.Of(definition)));
}
