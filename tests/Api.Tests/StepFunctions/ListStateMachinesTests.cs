using TaskOrchestration.Api.Tests.Serving;
using TaskOrchestration.Orchestrations.Catalog;
using TaskOrchestration.StatesLanguage.States;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.Api.Tests.StepFunctions;

public class ListStateMachinesTests : ApiTest
{
    [Fact]
    public async Task Lists_machines()
    {
        await CreateAsync("B", StateMachineType.Express);
        await CreateAsync("A");

        Assert.Equal(
            ApiAnswer.Ok("""
                {"stateMachines":[
                  {"stateMachineArn":"arn:aws:states:us-east-1:123456789012:stateMachine:A","name":"A","type":"STANDARD","creationDate":1800000000.125},
                  {"stateMachineArn":"arn:aws:states:us-east-1:123456789012:stateMachine:B","name":"B","type":"EXPRESS","creationDate":1800000000.125}]}
                """),
            await CallAsync("ListStateMachines", "{}"));
    }

    [Fact]
    public async Task Lists_every_machine_once_page_by_page()
    {
        var names = Enumerable.Range(0, 13).Select(i => $"Machine{i:00}").ToArray();
        foreach (var name in names)
        {
            await CreateAsync(name);
        }

        var pages = new List<int>();
        var found = new List<string>();
        Json? token = null;
        do
        {
            var page = (JsonObject)(await CallAsync("ListStateMachines", $"{{'maxResults':5,'nextToken':{token ?? Json.Null}}}")).Body;
            var items = ((JsonArray)page["stateMachines"]!).Select(item => ((JsonString)((JsonObject)item)["name"]!).Value).ToArray();
            pages.Add(items.Length);
            found.AddRange(items);
            token = page["nextToken"];
        }
        while (token is not null);

        Assert.Equal([5, 5, 3], pages);
        Assert.Equal(names, found);
    }

    [Fact]
    public async Task Answers_a_request_without_a_body()
    {
        Assert.Equal(ApiAnswer.Ok("""{"stateMachines":[]}"""), await CallAsync("ListStateMachines", ""));
    }

    [Theory]
    [InlineData("{'maxResults':1001}", "ValidationException", "1 validation error detected: Value '1001' at 'maxResults' failed to satisfy constraint: Member must have value less than or equal to 1000")]
    [InlineData("{'maxResults':true}", "SerializationException", "TRUE_VALUE can not be converted to an Integer")]
    [InlineData("{'nextToken':{}}", "SerializationException", "Start of structure or map found where not expected.")]
    [InlineData("{'nextToken':'xx'}", "InvalidToken", "Invalid Token: 'Invalid token'")]
    public Task Refuses_bad_requests(string request, string code, string message) => RefusesAsync("ListStateMachines", request, code, message);

    [Fact]
    public Task Refuses_a_token_that_is_too_long() => RefusesAsync(
        "ListStateMachines",
        $"{{'nextToken':'{new string('x', 1_025)}'}}",
        "ValidationException",
        $"1 validation error detected: Value '{new string('x', 1_025)}' at 'nextToken' failed to satisfy constraint: Member must have length less than or equal to 1024");

    private ValueTask<StateMachineRecord> CreateAsync(string name, StateMachineType type = StateMachineType.Standard) =>
        Catalog.CreateAsync(new StateMachineDraft { Name = name, Type = type, Definition = Samples.Definition, RoleArn = Samples.Role });
}
