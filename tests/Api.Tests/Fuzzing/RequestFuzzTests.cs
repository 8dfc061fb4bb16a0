using System.Net;
using FsCheck;
using FsCheck.Fluent;
using TaskOrchestration.Api.Tests.Embedded;
using TaskOrchestration.Api.Tests.Serving;
using TaskOrchestration.StatesLanguage.Values;
using TaskOrchestration.Support;

namespace TaskOrchestration.Api.Tests.Fuzzing;

public class RequestFuzzTests : EngineTest
{
    private static readonly (string Action, string Request)[] Good =
    [
        ("CreateStateMachine", $$"""{"name":"Greeter","definition":{{Json.Of(Samples.Definition)}},"roleArn":"{{Samples.Role}}","type":"STANDARD","loggingConfiguration":{"level":"OFF"},"tags":[{"key":"k","value":"v"}]}"""),
        ("UpdateStateMachine", $$"""{"stateMachineArn":"{{Samples.MachineArn}}","definition":{{Json.Of(Samples.Definition)}},"tracingConfiguration":{"enabled":true} }"""),
        ("DescribeStateMachine", $$"""{"stateMachineArn":"{{Samples.MachineArn}}","includedData":"ALL_DATA"}"""),
        ("ListStateMachines", """{"maxResults":5}"""),
        ("DeleteStateMachine", $$"""{"stateMachineArn":"{{Samples.MachineArn}}"}"""),
        ("ValidateStateMachineDefinition", $$"""{"definition":{{Json.Of(Samples.Definition)}},"type":"EXPRESS","severity":"WARNING","maxResults":9}"""),
        ("StartExecution", $$"""{"stateMachineArn":"{{Samples.MachineArn}}","name":"first","input":"{\"a\":[1]}","traceHeader":"t"}"""),
        ("StartSyncExecution", $$"""{"stateMachineArn":"{{Samples.MachineArn}}","name":"first","input":"{\"a\":[1]}"}"""),
        ("DescribeExecution", $$"""{"executionArn":"{{Samples.ExecutionArn}}"}"""),
        ("ListExecutions", $$"""{"stateMachineArn":"{{Samples.MachineArn}}","statusFilter":"RUNNING","redriveFilter":"NOT_REDRIVEN","maxResults":9}"""),
        ("GetExecutionHistory", $$"""{"executionArn":"{{Samples.ExecutionArn}}","reverseOrder":true,"includeExecutionData":false}"""),
        ("StopExecution", $$"""{"executionArn":"{{Samples.ExecutionArn}}","error":"E","cause":"C"}"""),
        ("DescribeStateMachineForExecution", $$"""{"executionArn":"{{Samples.ExecutionArn}}"}"""),
        ("SendTaskSuccess", """{"taskToken":"t","output":"{}"}"""),
        ("SendTaskFailure", """{"taskToken":"t","error":"E","cause":"C"}"""),
        ("SendTaskHeartbeat", """{"taskToken":"t"}"""),
        ("TestState", """{"definition":"{}"}"""),
    ];

    [Fact]
    public async Task Every_request_gets_an_answer_or_a_named_error_and_never_a_failure_of_the_server()
    {
        await CreateAsync(Samples.Definition);
        await RunAsync("first");
        var mutants =
            from good in Gen.Elements(Good)
            from body in Mutation.Of((JsonObject)Json.Parse(good.Request))
            select new Mutant(good.Action, body);

        Check.One(Config.QuickThrowOnFailure.WithMaxTest(Thoroughness.Cases(5_000)), Prop.ForAll(mutants.ToArbitrary(), IsAnsweredWell));
    }

    private bool IsAnsweredWell(Mutant mutant)
    {
        using var content = new ByteArrayContent(mutant.Body);
        var answer = Server.SendAsync($"AWSStepFunctions.{mutant.Action}", content).GetAwaiter().GetResult();
        return answer is { RequestId: "any", ContentType: "application/x-amz-json-1.0", Body: JsonObject body }
            && (answer.Status == HttpStatusCode.OK
                || (answer.Status == HttpStatusCode.BadRequest && body["__type"] is JsonString { Value.Length: > 0 } && body["message"] is JsonString { Value.Length: > 0 }));
    }
}
