using TaskOrchestration.EndToEnd.Tests.Clients.Calling;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.EndToEnd.Tests.Clients.Actions;

[Collection(Sessions.Name)]
public sealed class TokenActionTests(ClientSession session) : ActionTests(session)
{
    [Theory, Through(ClientNames.Boto3), Through(ClientNames.JavaScript), Through(ClientNames.AwsCli)]
    public async Task SendTaskSuccess_ends_a_task_and_refuses_to_end_it_again(string client)
    {
        var (execution, token) = await WaitingAsync();
        var request = $$"""{"taskToken":"{{token}}","output":"{\"done\":true}"}""";
        await AnswersAsync(client, "SendTaskSuccess", request, "{}");
        await EndedAsync(execution);
        Assert.Equal("""{"done":true}""", await CallAsync("DescribeExecution", $$"""{"executionArn":"{{execution}}"}""", "output"));
        await RefusesAsync(client, "SendTaskSuccess", request, "TaskTimedOut");
        await RefusesAsync(client, "SendTaskSuccess", """{"taskToken":"nobodys","output":"{}"}""", "InvalidToken");
    }

    [Theory, Through(ClientNames.Boto3), Through(ClientNames.JavaScript), Through(ClientNames.AwsCli)]
    public async Task SendTaskFailure_fails_a_task_and_refuses_a_token_of_nobodys(string client)
    {
        var (execution, token) = await WaitingAsync();
        await AnswersAsync(client, "SendTaskFailure", $$"""{"taskToken":"{{token}}","error":"Worker.Tired","cause":"it was late"}""", "{}");
        await EndedAsync(execution);
        var ended = await CallAsync("DescribeExecution", $$"""{"executionArn":"{{execution}}"}""");
        Assert.Equal(("FAILED", "Worker.Tired", "it was late"), (Text(ended, "status"), Text(ended, "error"), Text(ended, "cause")));
        await RefusesAsync(client, "SendTaskFailure", """{"taskToken":"nobodys"}""", "InvalidToken");
    }

    [Theory, Through(ClientNames.Boto3), Through(ClientNames.JavaScript), Through(ClientNames.AwsCli)]
    public async Task SendTaskHeartbeat_keeps_a_task_alive_and_refuses_one_that_has_ended(string client)
    {
        var (execution, token) = await WaitingAsync();
        await AnswersAsync(client, "SendTaskHeartbeat", $$"""{"taskToken":"{{token}}"}""", "{}");
        await CallAsync("StopExecution", $$"""{"executionArn":"{{execution}}"}""");
        await RefusesAsync(client, "SendTaskHeartbeat", $$"""{"taskToken":"{{token}}"}""", "TaskTimedOut");
    }

    private async Task<(string Execution, string Token)> WaitingAsync()
    {
        var execution = await ExecutionAsync("""
            {
              "StartAt": "Ask",
              "States": {
                "Ask": {
                  "Type": "Task",
                  "Resource": "arn:aws:states:::sqs:sendMessage.waitForTaskToken",
                  "HeartbeatSeconds": 600,
                  "Parameters": { "QueueUrl": "https://sqs.us-east-1.amazonaws.com/123456789012/questions", "MessageBody": { "token.$": "$$.Task.Token" } },
                  "End": true
                }
              }
            }
            """);
        var scheduled = await WhenThereAsync(async () =>
        {
            var history = await CallAsync("GetExecutionHistory", $$"""{"executionArn":"{{execution}}"}""");
            return ((JsonArray)history["events"]!).Cast<JsonObject>().FirstOrDefault(each => each.Contains("taskScheduledEventDetails"));
        });
        var parameters = (JsonObject)Json.Parse(Text((JsonObject)scheduled["taskScheduledEventDetails"]!, "parameters"));
        return (execution, Text((JsonObject)parameters["MessageBody"]!, "token"));
    }
}
