using TaskOrchestration.EndToEnd.Tests.Clients.Actions;
using TaskOrchestration.EndToEnd.Tests.Clients.Calling;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.EndToEnd.Tests.Clients.Behaviour;

[Collection(Sessions.Name)]
public sealed class PagingTests(ClientSession session)
{
    private const string WhatPaginatorsFind = """{"executions":[["a","b","c","d","e"],[2,2,1]],"events":[[1,2],[3,4]],"machineIsListedOnce":true}""";

    [ClientFact(ClientNames.Boto3)]
    public async Task Paginators_of_boto3_read_every_page_once()
    {
        var (machine, execution) = await FiveAsync("paged-by-boto3");
        var outcome = await Tool.Python.RunAsync([Tool.Script("paging.py"), session.Server.Endpoint.ToString(), machine, execution], session.Environment);
        Assert.Equal(Json.Parse(WhatPaginatorsFind), Json.Parse(outcome.OutputOrThrow()));
    }

    [ClientFact(ClientNames.JavaScript)]
    public async Task Paginators_of_the_JavaScript_SDK_read_every_page_once()
    {
        var (machine, execution) = await FiveAsync("paged-by-javascript");
        var outcome = await Tool.Node.RunAsync([Tool.Script("paging.mjs"), session.Server.Endpoint.ToString(), machine, execution], session.Environment);
        Assert.Equal(Json.Parse(WhatPaginatorsFind), Json.Parse(outcome.OutputOrThrow()));
    }

    [ClientFact(ClientNames.AwsCli)]
    public async Task The_CLI_reads_every_page_by_itself_and_goes_on_where_it_was_told_to_stop()
    {
        var (machine, _) = await FiveAsync("paged-by-cli");
        Assert.Equal(["a", "b", "c", "d", "e"], NamesIn(await ListAsync(machine, "--page-size", "2")).Order());
        var two = await ListAsync(machine, "--max-items", "2");
        var rest = await ListAsync(machine, "--starting-token", ((JsonString)two["NextToken"]!).Value);
        Assert.Equal(["a", "b", "c", "d", "e"], NamesIn(two).Concat(NamesIn(rest)).Order());
    }

    private static IEnumerable<string> NamesIn(JsonObject listed) => ((JsonArray)listed["executions"]!).Select(found => ((JsonString)((JsonObject)found)["name"]!).Value);

    private async Task<JsonObject> ListAsync(string machine, params string[] options)
    {
        string[] call = ["stepfunctions", "list-executions", "--state-machine-arn", machine, "--endpoint-url", session.Server.Endpoint.ToString(), "--output", "json", .. options];
        return (JsonObject)Json.Parse((await Tool.Aws.RunAsync(call, session.Environment)).OutputOrThrow());
    }

    private async Task<(string Machine, string Execution)> FiveAsync(string name)
    {
        var server = session.Server.Client;
        var machine = await server.CreateStateMachineAsync(name, """{"StartAt":"Greet","States":{"Greet":{"Type":"Pass","End":true}}}""");
        var last = "";
        foreach (var execution in new[] { "a", "b", "c", "d", "e" })
        {
            last = await server.StartExecutionAsync(machine, execution, "{}");
            await server.DescribeWhenEndedAsync(last);
        }

        return (machine, last);
    }
}
