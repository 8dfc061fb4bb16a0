using Microsoft.Extensions.DependencyInjection;
using TaskOrchestration.Orchestrations.Resources.Services;
using TaskOrchestration.Orchestrations.Resources.StepFunctions;
using TaskOrchestration.Orchestrations.Tests.Resources.Services;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.Orchestrations.Tests.Resources.StepFunctions;

public sealed class StepFunctionsSdkTests
{
    [Fact]
    public async Task Renames_members_both_ways_and_writes_moments_as_texts()
    {
        var seen = "";
        await using var world = World((action, parameters) =>
        {
            seen = $"{action} {parameters}";
            return (JsonObject)Json.Parse("""{"executions":[{"executionArn":"a","startDate":1700000000.125}],"variableReferences":{"own":["x"]}}""");
        });

        var result = await world.ResultAsync("aws-sdk:sfn:listExecutions", """{"StateMachineArn":"m","MaxResults":5}""");

        Assert.Equal("""ListExecutions {"stateMachineArn":"m","maxResults":5}""", seen);
        Assert.Equal("""{"Executions":[{"ExecutionArn":"a","StartDate":"2023-11-14T22:13:20.125Z"}],"VariableReferences":{"own":["x"]}}""", result);
    }

    [Fact]
    public async Task Writes_inputs_as_texts_and_starts_nothing_twice()
    {
        var seen = new List<JsonObject>();
        await using var world = World((_, parameters) =>
        {
            seen.Add(parameters);
            return JsonObject.Empty;
        });

        await world.AskAsync("aws-sdk:sfn:startExecution", """{"StateMachineArn":"m","Input":{"a":1}}""", attempt: 1);
        await world.AskAsync("aws-sdk:sfn:startExecution", """{"StateMachineArn":"m","Input":{"a":1}}""", attempt: 1);
        await world.AskAsync("aws-sdk:sfn:startExecution", """{"StateMachineArn":"m","Input":"{}"}""", attempt: 2);

        Assert.Equal("{\"a\":1}", ((JsonString)seen[0]["input"]!).Value);
        Assert.Equal(seen[0], seen[1]);
        Assert.NotEqual(seen[0]["name"], seen[2]["name"]);
    }

    [Fact]
    public async Task Fails_in_the_words_of_the_service()
    {
        await using var world = World((_, _) => throw new ServiceException("InvalidToken", "Invalid Token: 'Invalid token'") { Type = "InvalidTokenException" });

        Assert.Equal(
            ("Sfn.InvalidTokenException", "Invalid Token: 'Invalid token' (Service: Sfn, Status Code: 400, Request ID: *) (SDK Attempt Count: 1)"),
            await world.FailureAsync("aws-sdk:sfn:sendTaskSuccess", """{"TaskToken":"t","Output":"{}"}"""));
    }

    [Fact]
    public async Task Is_not_there_for_actions_that_the_server_does_not_have()
    {
        await using var world = World((_, _) => null);

        Assert.Equal("UnsupportedResource", (await world.FailureAsync("aws-sdk:sfn:createEverything", "{}")).Error);
    }

    private static ServiceWorld World(Func<string, JsonObject, JsonObject?> answer) => new(services => services.AddSingleton<IStepFunctionsActions>(new Actions(answer)));

    private sealed class Actions(Func<string, JsonObject, JsonObject?> answer) : IStepFunctionsActions
    {
        public ValueTask<JsonObject?> CallAsync(string action, JsonObject parameters, CancellationToken cancellationToken) => ValueTask.FromResult(answer(action, parameters));
    }
}
