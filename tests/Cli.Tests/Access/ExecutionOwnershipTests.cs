using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using TaskOrchestration.Api.Access;
using TaskOrchestration.Domain.Access;
using TaskOrchestration.Domain.Ports;
using TaskOrchestration.Domain.Tasks;
using Xunit.Abstractions;

namespace TaskOrchestration.Cli.Tests.Access;

/// <summary>The executions that carry out somebody's tasks, asked for by strangers of every role on the Step Functions API.</summary>
public sealed class ExecutionOwnershipTests(ITestOutputHelper output) : IAsyncLifetime
{
    private const string Machines = "arn:aws:states:us-east-1:123456789012:stateMachine";

    private static readonly Roles[] Strangers = [Roles.None, Roles.Viewer, Roles.Worker, Roles.Author, Roles.Viewer | Roles.Worker | Roles.Author];
    private static readonly Roles[] Readers = [Roles.Viewer, Roles.Author];

    private GuardedHost? _host;

    private GuardedHost Host => _host ?? throw new InvalidOperationException("the server has not started");

    public async Task InitializeAsync() => _host = await GuardedHost.StartAsync();

    public async Task DisposeAsync() => await Host.DisposeAsync();

    [Fact]
    public async Task They_do_not_exist_for_strangers_whatever_the_action()
    {
        var ada = await Belongings.MakeAsync(Host);
        var arns = await Task.WhenAll(ada.Tasks.Select(task => Belongings.ExecutionAsync(Host, task)));
        // The order that needed approval has an execution of its own under the same name.
        string[] executions = [.. arns, arns[1].Replace("OrderApproval", "OrderProcessing", StringComparison.Ordinal), $"{arns[0]}-2", $"{arns[0]}x"];
        var (cells, leaks) = (0, new List<string>());
        foreach (var roles in Strangers)
        {
            var bob = await Host.KeyAsync("bob", roles);
            foreach (var action in WireActions.All.Keys)
            {
                foreach (var arn in executions)
                {
                    var nowhere = arn.Replace(arn.Split(':')[7][..31], TaskIds.From("nobody's"), StringComparison.Ordinal);
                    var (there, none) = (await CallAsync(action, bob, arn), await CallAsync(action, bob, nowhere));
                    cells++;
                    if (there != none)
                    {
                        leaks.Add($"{action} as {roles}: {there} for somebody else's, {none} for nobody's");
                    }
                }
            }
        }

        output.WriteLine($"{cells} cells");
        Assert.Empty(leaks);
    }

    [Fact]
    public async Task They_are_there_for_their_owner_and_for_operators_and_in_nobody_elses_lists()
    {
        var ada = await Belongings.MakeAsync(Host);
        var arn = await Belongings.ExecutionAsync(Host, ada.ApprovedTask);
        foreach (var (name, roles, sees) in Readers.SelectMany(roles => new[] { ("bob", roles, false), (Belongings.Owner, roles, true) }).Append(("boss", Roles.Operator, true)))
        {
            var key = await Host.KeyAsync(name, roles);
            foreach (var action in new[] { "DescribeExecution", "GetExecutionHistory", "DescribeStateMachineForExecution" })
            {
                Assert.Equal((name, sees ? 200 : 400), (name, (await CallAsync(action, key, arn)).Status));
            }

            foreach (var (machine, count) in new[] { ("OrderProcessing", 2), ("OrderApproval", 1), ("TransactionProcessor", 2), ("TaskExport", 1) })
            {
                foreach (var size in new[] { 1, 100 })
                {
                    Assert.Equal((name, machine, sees ? count : 0), (name, machine, (await ListAsync(key, machine, size)).Count));
                }
            }
        }
    }

    [Fact]
    public async Task What_such_an_execution_has_started_under_any_name_is_hidden_with_it()
    {
        var (root, ada, bob) = (await Host.KeyAsync("root", Roles.Admin), await Host.KeyAsync(Belongings.Owner, Roles.Viewer), await Host.KeyAsync("bob", Roles.Viewer));
        await CreateAsync(root, "Child", """{"StartAt":"a","States":{"a":{"Type":"Pass","End":true}}}""");
        await CreateAsync(root, "Between", Starting("Child"));
        await CreateAsync(root, "Top", Starting("Between"));
        var task = TaskIds.From("ada's");
        await KeepTaskAsync(task);
        await Host.Server.Client.DescribeWhenEndedAsync(await StartAsync(root, "Top", task), CancellationToken.None);
        await Host.Server.Client.DescribeWhenEndedAsync(await StartAsync(root, "Top", "nobodys"), CancellationToken.None);

        var (all, hers, his) = (await ListAsync(root, "Child", 100), await ListAsync(ada, "Child", 100), await ListAsync(bob, "Child", 1));
        Assert.Equal((2, 2, 1), (all.Count, hers.Count, his.Count));
        var hidden = all.Except(his).Single();
        Assert.Equal((200, 200, 400), ((await CallAsync("DescribeExecution", root, hidden)).Status, (await CallAsync("DescribeExecution", ada, hidden)).Status, (await CallAsync("DescribeExecution", bob, hidden)).Status));
        Assert.Contains("ExecutionDoesNotExist", (await CallAsync("GetExecutionHistory", bob, hidden)).Body, StringComparison.Ordinal);
        Assert.Equal(200, (await CallAsync("GetExecutionHistory", bob, his[0])).Status);
    }

    [Fact]
    public async Task The_pages_of_an_export_are_its_owners_and_operators_to_see()
    {
        var (root, ada, bob) = (await Host.KeyAsync("root", Roles.Admin), await Host.KeyAsync(Belongings.Owner, Roles.Viewer), await Host.KeyAsync("bob", Roles.Viewer));
        var execution = await Belongings.ExecutionAsync(Host, (await Belongings.MakeAsync(Host)).Export);
        var mapRun = JsonNode.Parse(await TextAsync("ListMapRuns", root, new JsonObject { ["executionArn"] = execution }))!["mapRuns"]![0]!["mapRunArn"]!.ToString();
        var page = JsonNode.Parse(await TextAsync("ListExecutions", root, new JsonObject { ["mapRunArn"] = mapRun }))!["executions"]![0]!["executionArn"]!.ToString();

        foreach (var action in new[] { "DescribeExecution", "GetExecutionHistory", "DescribeStateMachineForExecution" })
        {
            Assert.Equal((200, 200, 400), ((await CallAsync(action, root, page)).Status, (await CallAsync(action, ada, page)).Status, (await CallAsync(action, bob, page)).Status));
        }

        foreach (var action in new[] { "DescribeMapRun", "ListExecutions" })
        {
            Assert.Equal((200, 200), ((await OfMapRunAsync(action, root, mapRun)).Status, (await OfMapRunAsync(action, ada, mapRun)).Status));
            Assert.Equal(await OfMapRunAsync(action, bob, mapRun[..^12] + "000000000000"), await OfMapRunAsync(action, bob, mapRun));
        }
    }

    private static string Starting(string machine) =>
        $$$"""{"StartAt":"a","States":{"a":{"Type":"Task","Resource":"arn:aws:states:::states:startExecution.sync:2","Parameters":{"StateMachineArn":"{{{Machines}}}:{{{machine}}}","Input":{}},"End":true} } }""";

    private async Task KeepTaskAsync(string id)
    {
        var now = DateTimeOffset.UtcNow;
        await Host.Server.Services.GetRequiredService<ITaskStore>().TrySaveAsync(new TrackedTask
        {
            TaskId = id,
            Kind = TaskKind.Batch,
            Title = "A batch",
            Owner = Belongings.Owner,
            Workflow = "Top",
            Input = "{}",
            History = [new TaskChange(TrackedStatus.Pending, now, Belongings.Owner, "test")],
            UpdatedAt = now,
        });
    }

    private async Task CreateAsync(string key, string name, string definition) =>
        await TextAsync("CreateStateMachine", key, new JsonObject { ["name"] = name, ["roleArn"] = "arn:aws:iam::123456789012:role/r", ["definition"] = definition });

    private async Task<string> StartAsync(string key, string machine, string name) =>
        Belongings.Field(await TextAsync("StartExecution", key, new JsonObject { ["stateMachineArn"] = $"{Machines}:{machine}", ["name"] = name }), "executionArn");

    private async Task<List<string>> ListAsync(string key, string machine, int size)
    {
        var found = new List<string>();
        string? token = null;
        do
        {
            var request = new JsonObject { ["stateMachineArn"] = $"{Machines}:{machine}", ["maxResults"] = size };
            if (token is not null)
            {
                request["nextToken"] = token;
            }

            var page = JsonNode.Parse(await TextAsync("ListExecutions", key, request))!;
            found.AddRange(page["executions"]!.AsArray().Select(execution => execution!["executionArn"]!.ToString()));
            token = page["nextToken"]?.ToString();
        }
        while (token is not null);

        return found;
    }

    private async Task<string> TextAsync(string action, string key, JsonObject request)
    {
        using var answer = await Host.CallAsync(action, key, request.ToJsonString());
        var text = await answer.Content.ReadAsStringAsync();
        return answer.IsSuccessStatusCode ? text : throw new InvalidOperationException(text);
    }

    private Task<Answered> CallAsync(string action, string key, string arn) => CallAsync(action, key, "executionArn", arn);

    private Task<Answered> OfMapRunAsync(string action, string key, string arn) => CallAsync(action, key, "mapRunArn", arn);

    private async Task<Answered> CallAsync(string action, string key, string member, string arn)
    {
        using var answer = await Host.CallAsync(action, key, new JsonObject { [member] = arn }.ToJsonString());
        return await Answered.OfAsync(answer, arn);
    }
}
