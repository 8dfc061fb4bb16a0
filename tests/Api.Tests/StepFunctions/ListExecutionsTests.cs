using TaskOrchestration.Api.Tests.Serving;
using TaskOrchestration.Orchestrations.Executions;
using TaskOrchestration.StatesLanguage.Executions;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.Api.Tests.StepFunctions;

public class ListExecutionsTests : ApiTest
{
    private const string Machine = "'stateMachineArn':'" + Samples.MachineArn + "'";

    [Fact]
    public async Task Lists_executions()
    {
        Executions.List = _ => new Page<ExecutionSummary>([Samples.Summary(name: "second"), Samples.Summary(ExecutionStatus.TimedOut)], Next: null);

        Assert.Equal(
            ApiAnswer.Ok($$"""
                {"executions":[
                  {"executionArn":"arn:aws:states:us-east-1:123456789012:execution:Greeter:second","stateMachineArn":"{{Samples.MachineArn}}","name":"second",
                   "status":"RUNNING","startDate":1800000000.125,"redriveCount":0},
                  {"executionArn":"{{Samples.ExecutionArn}}","stateMachineArn":"{{Samples.MachineArn}}","name":"first",
                   "status":"TIMED_OUT","startDate":1800000000.125,"stopDate":1800000001.200,"redriveCount":0}]}
                """),
            await CallAsync("ListExecutions", $"{{{Machine}}}"));
    }

    [Theory]
    [InlineData("RUNNING", ExecutionStatus.Running)]
    [InlineData("SUCCEEDED", ExecutionStatus.Succeeded)]
    [InlineData("FAILED", ExecutionStatus.Failed)]
    [InlineData("TIMED_OUT", ExecutionStatus.TimedOut)]
    [InlineData("ABORTED", ExecutionStatus.Aborted)]
    public async Task Filters_by_status(string name, ExecutionStatus status)
    {
        ExecutionStatus? asked = null;
        Executions.List = query =>
        {
            asked = query.Status;
            return new Page<ExecutionSummary>([], Next: null);
        };

        Assert.Equal(ApiAnswer.Ok("""{"executions":[]}"""), await CallAsync("ListExecutions", $"{{{Machine},'statusFilter':'{name}'}}"));
        Assert.Equal(status, asked);
    }

    [Theory]
    [InlineData("", 100)]
    [InlineData(",'maxResults':0", 100)]
    [InlineData(",'maxResults':7", 7)]
    [InlineData(",'maxResults':1000", 1000)]
    public async Task Asks_for_as_many_as_a_page_is_to_have(string members, int size)
    {
        var asked = 0;
        Executions.List = query =>
        {
            asked = query.Limit;
            return new Page<ExecutionSummary>([], Next: null);
        };

        await CallAsync("ListExecutions", $"{{{Machine}{members}}}");

        Assert.Equal(size, asked);
    }

    [Fact]
    public async Task Goes_on_where_the_page_before_ended_whatever_the_size_of_the_page()
    {
        string? asked = null;
        Executions.List = query =>
        {
            asked = query.Cursor;
            return new Page<ExecutionSummary>([], query.Cursor is null ? "after 7" : null);
        };

        var token = await NextTokenAsync("'maxResults':5");
        var answer = await CallAsync("ListExecutions", $"{{{Machine},'maxResults':3,'nextToken':'{token}'}}");

        Assert.Equal(ApiAnswer.Ok("""{"executions":[]}"""), answer);
        Assert.Equal("after 7", asked);
    }

    [Fact]
    public async Task Refuses_the_token_of_another_question()
    {
        Executions.List = _ => new Page<ExecutionSummary>([], "after 7");

        var token = await NextTokenAsync("'statusFilter':'RUNNING'");

        await RefusesAsync("ListExecutions", $"{{{Machine},'nextToken':'{token}'}}", "InvalidToken", "Invalid Token: 'Invalid token'");
    }

    [Fact]
    public async Task Refuses_a_token_with_any_character_changed()
    {
        Executions.List = _ => new Page<ExecutionSummary>([], "after 7");
        var token = await NextTokenAsync("'maxResults':1");

        for (var i = 0; i < token.Length; i++)
        {
            var mangled = $"{token[..i]}{(token[i] == 'A' ? 'B' : 'A')}{token[(i + 1)..]}";
            await RefusesAsync("ListExecutions", $"{{{Machine},'nextToken':'{mangled}'}}", "InvalidToken", "Invalid Token: 'Invalid token'");
        }
    }

    [Theory]
    [InlineData("REDRIVEN", true)]
    [InlineData("NOT_REDRIVEN", false)]
    public async Task Asks_for_those_that_were_redriven_or_were_not(string filter, bool isRedriven)
    {
        var redriven = Samples.Summary() with { RedriveCount = 3, RedriveDate = Samples.Summary().StartDate.AddSeconds(9) };
        Executions.List = query => new Page<ExecutionSummary>(query.IsRedriven == isRedriven ? [redriven] : [], Next: null);

        var answer = await CallAsync("ListExecutions", $"{{{Machine},'redriveFilter':'{filter}'}}");

        Assert.Equal(
            ApiAnswer.Ok($$"""
                {"executions":[{"executionArn":"{{Samples.ExecutionArn}}","stateMachineArn":"{{Samples.MachineArn}}","name":"first",
                  "status":"RUNNING","startDate":1800000000.125,"redriveCount":3,"redriveDate":1800000009.125}]}
                """),
            answer);
    }

    [Theory]
    [InlineData("{}", "ValidationException", "Must specify exactly one of stateMachineArn and mapRunArn.")]
    [InlineData("{" + Machine + ",'mapRunArn':'x'}", "ValidationException", "Must specify exactly one of stateMachineArn and mapRunArn.")]
    [InlineData("{'mapRunArn':'arn:aws:states:us-east-1:1:mapRun:m/l:u'}", "ResourceNotFound", "Request references a resource that does not exist.")]
    [InlineData("{" + Machine + ",'statusFilter':'PENDING_REDRIVE'}", "ValidationException", "The status filter PENDING_REDRIVE can only be used with mapRunArn.")]
    [InlineData("{" + Machine + ",'statusFilter':'running'}", "ValidationException", "1 validation error detected: Value 'running' at 'statusFilter' failed to satisfy constraint: Member must satisfy enum value set: [RUNNING, SUCCEEDED, FAILED, TIMED_OUT, ABORTED, PENDING_REDRIVE]")]
    [InlineData("{" + Machine + ",'redriveFilter':''}", "ValidationException", "1 validation error detected: Value '' at 'redriveFilter' failed to satisfy constraint: Member must satisfy enum value set: [REDRIVEN, NOT_REDRIVEN]")]
    [InlineData("{" + Machine + ",'maxResults':1001}", "ValidationException", "1 validation error detected: Value '1001' at 'maxResults' failed to satisfy constraint: Member must have value less than or equal to 1000")]
    [InlineData("{" + Machine + ",'maxResults':-1}", "ValidationException", "1 validation error detected: Value '-1' at 'maxResults' failed to satisfy constraint: Member must have value greater than or equal to 0")]
    [InlineData("{" + Machine + ",'maxResults':'5'}", "SerializationException", "STRING_VALUE can not be converted to an Integer")]
    [InlineData("{" + Machine + ",'maxResults':1.5}", "SerializationException", "NUMBER_VALUE can not be converted to an Integer")]
    [InlineData("{" + Machine + ",'maxResults':99999999999}", "SerializationException", "NUMBER_VALUE can not be converted to an Integer")]
    [InlineData("{" + Machine + ",'nextToken':''}", "ValidationException", "1 validation error detected: Value '' at 'nextToken' failed to satisfy constraint: Member must have length greater than or equal to 1")]
    [InlineData("{" + Machine + ",'nextToken':'xxxx'}", "InvalidToken", "Invalid Token: 'Invalid token'")]
    [InlineData("{" + Machine + ",'nextToken':'no base 64!'}", "InvalidToken", "Invalid Token: 'Invalid token'")]
    [InlineData("{'stateMachineArn':'arn:aws:states:us-east-1:1:execution:m:e'}", "InvalidArn", "Invalid Arn: 'Resource type not valid in this context: execution'")]
    public Task Refuses_bad_requests(string request, string code, string message) => RefusesAsync("ListExecutions", request, code, message);

    [Fact]
    public Task Refuses_a_token_that_is_too_long() => RefusesAsync(
        "ListExecutions",
        $"{{{Machine},'nextToken':'{new string('x', 3_097)}'}}",
        "ValidationException",
        $"1 validation error detected: Value '{new string('x', 3_097)}' at 'nextToken' failed to satisfy constraint: Member must have length less than or equal to 3096");

    private async Task<string> NextTokenAsync(string members)
    {
        var answer = await CallAsync("ListExecutions", $"{{{Machine},{members}}}");
        return ((JsonString)((JsonObject)answer.Body)["nextToken"]!).Value;
    }
}
