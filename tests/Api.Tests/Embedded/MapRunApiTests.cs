using TaskOrchestration.Api.Tests.Serving;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.Api.Tests.Embedded;

public sealed class MapRunApiTests : EngineTest
{
    private const string Each = """
        {'StartAt':'Each','States':{'Each':{'Type':'Map','Label':'each','MaxConcurrency':2,'ToleratedFailurePercentage':40,
          'ItemProcessor':{'ProcessorConfig':{'Mode':'DISTRIBUTED','ExecutionType':'STANDARD'},'StartAt':'Work','States':{
            'Work':{'Type':'Choice','Choices':[{'Variable':'$','NumericEquals':3,'Next':'Bad'}],'Default':'Good'},'Good':{'Type':'Succeed'},'Bad':{'Type':'Fail','Error':'Three'}}},
          'End':true}}}
        """;

    [Fact]
    public async Task Shows_a_Map_Run_and_lists_those_of_an_execution()
    {
        await CreateAsync(Each);
        await RunAsync("first", "[1,2,3]");

        var listed = await CallAsync("ListMapRuns", $"{{'executionArn':'{ArnOf("first")}'}}");
        var item = (JsonObject)Assert.Single((JsonArray)listed["mapRuns"]!);
        var described = await CallAsync("DescribeMapRun", $"{{'mapRunArn':'{TextOf(item["mapRunArn"])}'}}");

        Assert.Equal(["executionArn", "mapRunArn", "stateMachineArn", "startDate", "stopDate"], item.Names.ToArray());
        Assert.Equal((ArnOf("first"), Samples.MachineArn + "/each"), (TextOf(item["executionArn"]), TextOf(item["stateMachineArn"])));
        Assert.StartsWith("arn:aws:states:us-east-1:123456789012:mapRun:Greeter/each:", TextOf(item["mapRunArn"]), StringComparison.Ordinal);
        Assert.Equal(
            Json.Parse(Samples.Quoted(
                $$$"""
                {'mapRunArn':{{{item["mapRunArn"]}}},'executionArn':'{{{ArnOf("first")}}}','status':'SUCCEEDED','startDate':{{{item["startDate"]}}},'stopDate':{{{item["stopDate"]}}},
                 'maxConcurrency':2,'toleratedFailurePercentage':40,'toleratedFailureCount':0,'redriveCount':0,
                 'itemCounts':{'pending':0,'running':0,'succeeded':2,'failed':1,'timedOut':0,'aborted':0,'total':3,'resultsWritten':0,'failuresNotRedrivable':0,'pendingRedrive':0},
                 'executionCounts':{'pending':0,'running':0,'succeeded':2,'failed':1,'timedOut':0,'aborted':0,'total':3,'resultsWritten':0,'failuresNotRedrivable':0,'pendingRedrive':0}}
                """)),
            described);
    }

    [Fact]
    public async Task Lists_the_children_of_a_Map_Run_page_by_page_and_by_status()
    {
        await CreateAsync(Each);
        await RunAsync("first", "[1,2,3]");
        var mapRun = TextOf(((JsonObject)((JsonArray)(await CallAsync("ListMapRuns", $"{{'executionArn':'{ArnOf("first")}'}}"))["mapRuns"]!)[0])["mapRunArn"]);

        var first = await CallAsync("ListExecutions", $"{{'mapRunArn':'{mapRun}','maxResults':2}}");
        var second = await CallAsync("ListExecutions", $"{{'mapRunArn':'{mapRun}','maxResults':2,'nextToken':{first["nextToken"]}}}");
        var failed = (JsonObject)Assert.Single((JsonArray)(await CallAsync("ListExecutions", $"{{'mapRunArn':'{mapRun}','statusFilter':'FAILED'}}"))["executions"]!);
        var described = await CallAsync("DescribeExecution", $"{{'executionArn':{failed["executionArn"]}}}");

        Assert.Equal((2, 1), (((JsonArray)first["executions"]!).Count, ((JsonArray)second["executions"]!).Count));
        Assert.Equal((mapRun, Json.Of(1), "FAILED"), (TextOf(failed["mapRunArn"]), failed["itemCount"], TextOf(failed["status"])));
        Assert.Equal((mapRun, "REDRIVABLE_BY_MAP_RUN", "3"), (TextOf(described["mapRunArn"]), TextOf(described["redriveStatus"]), TextOf(described["input"])));
        Assert.Empty((JsonArray)(await CallAsync("ListExecutions", $"{{'mapRunArn':'{mapRun}','statusFilter':'PENDING_REDRIVE'}}"))["executions"]!);
        Assert.Single((JsonArray)(await CallAsync("ListExecutions", $"{{'stateMachineArn':'{Samples.MachineArn}'}}"))["executions"]!);
    }

    [Fact]
    public async Task Shows_the_machine_of_a_child()
    {
        await CreateAsync(Each);
        await RunAsync("first", "[1]");
        var mapRun = TextOf(((JsonObject)((JsonArray)(await CallAsync("ListMapRuns", $"{{'executionArn':'{ArnOf("first")}'}}"))["mapRuns"]!)[0])["mapRunArn"]);
        var child = (JsonObject)((JsonArray)(await CallAsync("ListExecutions", $"{{'mapRunArn':'{mapRun}'}}"))["executions"]!)[0];

        var machine = await CallAsync("DescribeStateMachineForExecution", $"{{'executionArn':{child["executionArn"]}}}");

        Assert.Equal((mapRun, "each"), (TextOf(machine["mapRunArn"]), TextOf(machine["label"])));
        Assert.Equal((Samples.MachineArn + "/each", "Greeter/each"), (TextOf(machine["stateMachineArn"]), TextOf(machine["name"])));
        Assert.Equal("Work", TextOf(((JsonObject)Json.Parse(TextOf(machine["definition"])))["StartAt"]));
    }

    [Theory]
    [InlineData("DescribeMapRun", "{}", "ValidationException", "1 validation error detected: Value null at 'mapRunArn' failed to satisfy constraint: Member must not be null")]
    [InlineData("DescribeMapRun", "{'mapRunArn':'x'}", "InvalidArn", "Invalid Arn: 'Invalid ARN prefix: x'")]
    [InlineData("DescribeMapRun", "{'mapRunArn':'arn:aws:states:us-east-1:1:execution:m:u'}", "InvalidArn", "Invalid Arn: 'Resource type not valid in this context: execution'")]
    [InlineData("DescribeMapRun", "{'mapRunArn':'arn:aws:states:us-east-1:1:mapRun:m:u'}", "InvalidArn", "Invalid Arn: 'Wrong number of parts: arn:aws:states:us-east-1:1:mapRun:m:u'")]
    [InlineData("DescribeMapRun", "{'mapRunArn':'arn:aws:states:us-east-1:1:mapRun:m/l:u'}", "ResourceNotFound", "Request references a resource that does not exist.")]
    [InlineData("UpdateMapRun", "{'mapRunArn':'arn:aws:states:us-east-1:1:mapRun:m/l:u','maxConcurrency':3}", "ResourceNotFound", "Request references a resource that does not exist.")]
    [InlineData(
        "UpdateMapRun",
        "{'mapRunArn':'arn:aws:states:us-east-1:1:mapRun:m/l:u','maxConcurrency':-1,'toleratedFailurePercentage':100.5}",
        "ValidationException",
        "2 validation errors detected: Value '-1' at 'maxConcurrency' failed to satisfy constraint: Member must have value greater than or equal to 0; Value '100.5' at 'toleratedFailurePercentage' failed to satisfy constraint: Member must have value less than or equal to 100")]
    [InlineData("ListMapRuns", "{'executionArn':'arn:aws:states:us-east-1:1:execution:m:u'}", "ExecutionDoesNotExist", "Execution Does Not Exist: 'arn:aws:states:us-east-1:1:execution:m:u'")]
    public async Task Says_what_is_wrong(string action, string request, string code, string message) =>
        Assert.Equal(ApiAnswer.Error(code, message), await Server.CallAsync(action, Samples.Quoted(request)));

    [Fact]
    public async Task Changes_a_Map_Run_only_while_it_runs()
    {
        await CreateAsync(Each);
        await RunAsync("first", "[1]");
        var mapRun = TextOf(((JsonObject)((JsonArray)(await CallAsync("ListMapRuns", $"{{'executionArn':'{ArnOf("first")}'}}"))["mapRuns"]!)[0])["mapRunArn"]);

        var refused = await CallAsync("UpdateMapRun", $"{{'mapRunArn':'{mapRun}','maxConcurrency':3,'toleratedFailureCount':5,'toleratedFailurePercentage':1.5}}");

        Assert.Equal(("ValidationException", "CANNOT_UPDATE_COMPLETED_MAP_RUN"), (TextOf(refused["__type"]), TextOf(refused["reason"])));
    }
}
