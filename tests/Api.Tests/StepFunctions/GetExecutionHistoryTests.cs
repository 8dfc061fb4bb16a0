using TaskOrchestration.Api.Tests.Serving;
using TaskOrchestration.Orchestrations.Executions;
using TaskOrchestration.StatesLanguage.History;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.Api.Tests.StepFunctions;

public class GetExecutionHistoryTests : ApiTest
{
    private const string Execution = "'executionArn':'" + Samples.ExecutionArn + "'";

    private static readonly Page<HistoryEvent> Whole = new(
        [
            new HistoryEvent(1, 0, FixedTime.Beginning, HistoryEventType.ExecutionStarted, new HistoryDetails.ExecutionStarted(Json.Parse("""{"who":"Ada"}"""), Samples.Role)),
            new HistoryEvent(2, 1, FixedTime.Beginning.AddMilliseconds(875), HistoryEventType.ExecutionSucceeded, new HistoryDetails.Result(Json.Of("hello"))),
        ],
        Next: null);

    [Fact]
    public async Task Lists_events()
    {
        Executions.History = _ => Whole;

        Assert.Equal(
            ApiAnswer.Ok($$"""
                {"events":[
                  {"timestamp":1800000000.125,"type":"ExecutionStarted","id":1,"previousEventId":0,
                   "executionStartedEventDetails":{"input":"{\"who\":\"Ada\"}","inputDetails":{"truncated":false},"roleArn":"{{Samples.Role}}"} },
                  {"timestamp":1800000001.000,"type":"ExecutionSucceeded","id":2,"previousEventId":1,
                   "executionSucceededEventDetails":{"output":"\"hello\"","outputDetails":{"truncated":false} } }]}
                """),
            await CallAsync("GetExecutionHistory", $"{{{Execution}}}"));
    }

    [Fact]
    public async Task Leaves_the_data_out_when_asked_to()
    {
        Executions.History = _ => Whole;

        Assert.Equal(
            ApiAnswer.Ok($$"""
                {"events":[
                  {"timestamp":1800000000.125,"type":"ExecutionStarted","id":1,"previousEventId":0,
                   "executionStartedEventDetails":{"inputDetails":{"truncated":false},"roleArn":"{{Samples.Role}}"} },
                  {"timestamp":1800000001.000,"type":"ExecutionSucceeded","id":2,"previousEventId":1,
                   "executionSucceededEventDetails":{"outputDetails":{"truncated":false} } }]}
                """),
            await CallAsync("GetExecutionHistory", $"{{{Execution},'includeExecutionData':false}}"));
    }

    [Fact]
    public async Task Asks_for_the_order_the_size_and_the_place_it_was_told()
    {
        var asked = new List<(string, bool, int, string?)>();
        Executions.History = query =>
        {
            asked.Add(query);
            return new Page<HistoryEvent>([], query.Cursor is null ? "event 5" : null);
        };

        var first = await CallAsync("GetExecutionHistory", $"{{{Execution},'reverseOrder':true,'maxResults':5}}");
        var token = ((JsonObject)first.Body)["nextToken"];
        await CallAsync("GetExecutionHistory", $"{{{Execution},'reverseOrder':true,'maxResults':9,'nextToken':{token}}}");

        Assert.Equal([(Samples.ExecutionArn, true, 5, null), (Samples.ExecutionArn, true, 9, "event 5")], asked);
        await RefusesAsync("GetExecutionHistory", $"{{{Execution},'nextToken':{token}}}", "InvalidToken", "Invalid Token: 'Invalid token'");
    }

    [Theory]
    [InlineData("{}", "ValidationException", "1 validation error detected: Value null at 'executionArn' failed to satisfy constraint: Member must not be null")]
    [InlineData("{" + Execution + ",'maxResults':1001,'nextToken':''}", "ValidationException", "2 validation errors detected: Value '1001' at 'maxResults' failed to satisfy constraint: Member must have value less than or equal to 1000; Value '' at 'nextToken' failed to satisfy constraint: Member must have length greater than or equal to 1")]
    [InlineData("{" + Execution + ",'reverseOrder':'true'}", "SerializationException", "STRING_VALUE can not be converted to a Boolean")]
    [InlineData("{" + Execution + ",'includeExecutionData':1}", "SerializationException", "NUMBER_VALUE can not be converted to a Boolean")]
    [InlineData("{" + Execution + ",'nextToken':'AAAA'}", "InvalidToken", "Invalid Token: 'Invalid token'")]
    [InlineData("{'executionArn':'invalid_state_machine_arn'}", "InvalidArn", "Invalid Arn: 'Invalid ARN prefix: invalid_state_machine_arn'")]
    [InlineData("{'executionArn':'" + Samples.ExpressArn + "'}", "InvalidArn", "Invalid Arn: 'Resource type not valid in this context: express'")]
    public Task Refuses_bad_requests(string request, string code, string message) => RefusesAsync("GetExecutionHistory", request, code, message);
}
