using TaskOrchestration.Api.Tests.Serving;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.Api.Tests.Embedded;

public class ActivityApiTests : EngineTest
{
    private const string Work = "arn:aws:states:us-east-1:123456789012:activity:work";
    private const string Machine = $"{{'StartAt':'T','States':{{'T':{{'Type':'Task','Resource':'{Work}','End':true}}}}}}";

    [Fact]
    public async Task Keeps_an_activity_until_it_is_deleted()
    {
        var created = await CallAsync("CreateActivity", "{'name':'work','tags':[{'key':'team','value':'a'}]}");
        var again = await CallAsync("CreateActivity", "{'name':'work','encryptionConfiguration':{'type':'AWS_OWNED_KEY'}}");
        await RestartAsync();
        var described = await CallAsync("DescribeActivity", $"{{'activityArn':'{Work}'}}");
        var tags = await CallAsync("ListTagsForResource", $"{{'resourceArn':'{Work}'}}");

        Assert.Equal(Json.Of(Work), created["activityArn"]);
        Assert.Equal(created, again);
        Assert.Equal(
            JsonObject.Of(("activityArn", Json.Of(Work)), ("name", Json.Of("work")), ("creationDate", created["creationDate"]!), ("encryptionConfiguration", Json.Parse("""{"type":"AWS_OWNED_KEY"}"""))),
            described);
        Assert.Equal(Json.Parse("""{"tags":[{"key":"team","value":"a"}]}"""), tags);
        Assert.Equal(JsonObject.Empty, await CallAsync("DeleteActivity", $"{{'activityArn':'{Work}'}}"));
        Assert.Equal(JsonObject.Empty, await CallAsync("DeleteActivity", $"{{'activityArn':'{Work}'}}"));
        await RefusesAsync("DescribeActivity", $"{{'activityArn':'{Work}'}}", "ActivityDoesNotExist", $"Activity Does Not Exist: '{Work}'");
        await RefusesAsync("GetActivityTask", $"{{'activityArn':'{Work}'}}", "ActivityDoesNotExist", $"Activity Does Not Exist: '{Work}'");
        await CallAsync("CreateActivity", "{'name':'work'}");
        Assert.Equal(Json.Parse("""{"tags":[]}"""), await CallAsync("ListTagsForResource", $"{{'resourceArn':'{Work}'}}"));
    }

    [Fact]
    public async Task Lists_activities_by_name_page_by_page()
    {
        foreach (var name in (string[])["c", "a", "b"])
        {
            await CallAsync("CreateActivity", $"{{'name':'{name}'}}");
        }

        var first = await CallAsync("ListActivities", "{'maxResults':2}");
        var second = await CallAsync("ListActivities", $"{{'maxResults':2,'nextToken':{first["nextToken"]}}}");

        Assert.Equal(["a", "b"], NamesIn(first));
        Assert.Equal(["c"], NamesIn(second));
        Assert.Null(second["nextToken"]);
    }

    [Theory]
    [InlineData("CreateActivity", "{'name':'a b'}", "InvalidName", "Invalid Name: 'a b'")]
    [InlineData("CreateActivity", "{}", "ValidationException", "1 validation error detected: Value null at 'name' failed to satisfy constraint: Member must not be null")]
    [InlineData("DescribeActivity", "{'activityArn':'work'}", "InvalidArn", "Invalid Arn: 'Invalid ARN prefix: work'")]
    [InlineData("DeleteActivity", $"{{'activityArn':'{Samples.MachineArn}'}}", "InvalidArn", "Invalid Arn: 'Resource type not valid in this context: stateMachine'")]
    [InlineData("GetActivityTask", $"{{'activityArn':'{Work}:1'}}", "InvalidArn", $"Invalid Arn: 'Wrong number of parts: {Work}:1'")]
    [InlineData("GetActivityTask", $"{{'activityArn':'{Work}','workerName':''}}", "ValidationException", "1 validation error detected: Value '' at 'workerName' failed to satisfy constraint: Member must have length greater than or equal to 1")]
    public Task Refuses_what_AWS_refuses(string action, string request, string code, string message) => RefusesAsync(action, request, code, message);

    [Fact]
    public async Task Hands_a_task_to_a_worker_and_takes_its_answer()
    {
        await CallAsync("CreateActivity", "{'name':'work'}");
        await CreateAsync(Machine);
        var polling = CallAsync("GetActivityTask", $"{{'activityArn':'{Work}','workerName':'ada'}}");
        await CallAsync("StartExecution", $"{{'stateMachineArn':'{Samples.MachineArn}','name':'one','input':'[1.0]'}}");

        var task = await polling;
        await CallAsync("SendTaskHeartbeat", $"{{'taskToken':{task["taskToken"]}}}");
        await CallAsync("SendTaskSuccess", $"{{'taskToken':{task["taskToken"]},'output':'2'}}");

        Assert.Equal(Json.Of("[1.0]"), task["input"]);
        Assert.Equal(Json.Of(2), (await Engine.Executions.WaitForEndAsync(ArnOf("one"))).Output);
        var history = await CallAsync("GetExecutionHistory", $"{{'executionArn':'{ArnOf("one")}'}}");
        Assert.Contains("""{"workerName":"ada"}""", history.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_task_is_not_lost_with_a_worker_that_hangs_up()
    {
        await CallAsync("CreateActivity", "{'name':'work'}");
        await CreateAsync(Machine);
        using var gone = new CancellationTokenSource();
        using var message = new HttpRequestMessage(HttpMethod.Post, "/") { Content = new StringContent($"{{\"activityArn\":\"{Work}\"}}") };
        message.Headers.TryAddWithoutValidation("X-Amz-Target", "AWSStepFunctions.GetActivityTask");
        var hanging = Server.Client.SendAsync(message, gone.Token);
        await gone.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => hanging);

        await CallAsync("StartExecution", $"{{'stateMachineArn':'{Samples.MachineArn}','name':'one'}}");
        var task = await CallAsync("GetActivityTask", $"{{'activityArn':'{Work}'}}");

        Assert.IsType<JsonString>(task["taskToken"]);
    }

    private static IEnumerable<string> NamesIn(JsonObject page) => ((JsonArray)page["activities"]!).Select(activity => TextOf(((JsonObject)activity)["name"]));

    private async Task RefusesAsync(string action, string request, string code, string message) =>
        Assert.Equal(ApiAnswer.Error(code, message), await Server.CallAsync(action, Samples.Quoted(request)));
}
