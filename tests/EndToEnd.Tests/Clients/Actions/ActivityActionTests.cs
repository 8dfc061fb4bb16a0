using TaskOrchestration.EndToEnd.Tests.Clients.Calling;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.EndToEnd.Tests.Clients.Actions;

[Collection(Sessions.Name)]
public sealed class ActivityActionTests(ClientSession session) : ActionTests(session)
{
    [Theory, Through(ClientNames.Boto3), Through(ClientNames.JavaScript), Through(ClientNames.AwsCli)]
    public async Task CreateActivity_makes_one_once_and_refuses_a_name_that_is_none(string client)
    {
        var name = Fresh("activity");
        var made = $$"""{"activityArn":"{{Prefix}}:activity:{{name}}","creationDate":"<moment>"}""";
        await AnswersAsync(client, "CreateActivity", $$"""{"name":"{{name}}"}""", made);
        await AnswersAsync(client, "CreateActivity", $$"""{"name":"{{name}}"}""", made);
        await RefusesAsync(client, "CreateActivity", """{"name":"not a name"}""", "InvalidName");
    }

    [Theory, Through(ClientNames.Boto3), Through(ClientNames.JavaScript), Through(ClientNames.AwsCli)]
    public async Task DescribeActivity_shows_one_and_refuses_one_that_is_not_there(string client)
    {
        var activity = await ActivityAsync();
        await AnswersAsync(
            client, "DescribeActivity", $$"""{"activityArn":"{{activity}}"}""",
            $$"""{"activityArn":"{{activity}}","name":"{{activity.Split(':')[^1]}}","creationDate":"<moment>","encryptionConfiguration":{"type":"AWS_OWNED_KEY"} }""");
        await RefusesAsync(client, "DescribeActivity", $$"""{"activityArn":"{{activity}}-not-there"}""", "ActivityDoesNotExist");
    }

    [Theory, Through(ClientNames.Boto3), Through(ClientNames.JavaScript), Through(ClientNames.AwsCli)]
    public async Task ListActivities_shows_them_and_refuses_a_token_of_nobodys(string client)
    {
        var activity = await ActivityAsync();
        var listed = await AnsweredAsync(client, "ListActivities", """{"maxResults":1000}""");
        Assert.Contains(
            Json.Parse($$"""{"activityArn":"{{activity}}","name":"{{activity.Split(':')[^1]}}","creationDate":"<moment>"}"""),
            (JsonArray)listed["activities"]!);
        await RefusesAsync(client, "ListActivities", """{"nextToken":"nobodys"}""", "InvalidToken");
    }

    [Theory, Through(ClientNames.Boto3), Through(ClientNames.JavaScript), Through(ClientNames.AwsCli)]
    public async Task DeleteActivity_forgets_one_and_refuses_what_names_none(string client)
    {
        var activity = await ActivityAsync();
        await AnswersAsync(client, "DeleteActivity", $$"""{"activityArn":"{{activity}}"}""", "{}");
        await RefusesAsync(client, "DescribeActivity", $$"""{"activityArn":"{{activity}}"}""", "ActivityDoesNotExist");
        await RefusesAsync(client, "DeleteActivity", """{"activityArn":"nonsense"}""", "InvalidArn");
    }

    [Theory, Through(ClientNames.Boto3), Through(ClientNames.JavaScript), Through(ClientNames.AwsCli)]
    public async Task GetActivityTask_hands_a_task_out_and_refuses_an_activity_that_is_not_there(string client)
    {
        var activity = await ActivityAsync();
        var execution = await ExecutionAsync($$"""{"StartAt":"Work","States":{"Work":{"Type":"Task","Resource":"{{activity}}","End":true} } }""", """{"pieces":2}""");
        var task = await AnsweredAsync(client, "GetActivityTask", $$"""{"activityArn":"{{activity}}","workerName":"hands"}""");
        await CallAsync("SendTaskSuccess", JsonObject.Of(("taskToken", task["taskToken"]!), ("output", Json.Of("\"done\""))).ToString());
        await EndedAsync(execution);
        Assert.Equal("""{"pieces":2}""", Text(task, "input"));
        Assert.Equal("\"done\"", await CallAsync("DescribeExecution", $$"""{"executionArn":"{{execution}}"}""", "output"));
        await RefusesAsync(client, "GetActivityTask", $$"""{"activityArn":"{{activity}}-not-there"}""", "ActivityDoesNotExist");
    }

    private Task<string> ActivityAsync() => CallAsync("CreateActivity", $$"""{"name":"{{Fresh("activity")}}"}""", "activityArn");
}
