using Microsoft.Extensions.DependencyInjection;
using TaskOrchestration.Orchestrations.Catalog;
using TaskOrchestration.Orchestrations.Executions;
using TaskOrchestration.Orchestrations.Resources;
using TaskOrchestration.Orchestrations.Resources.NestedExecutions;
using TaskOrchestration.StatesLanguage.Executions;
using TaskOrchestration.StatesLanguage.States;
using TaskOrchestration.StatesLanguage.Values;
using TaskOrchestration.Support.Durable.Hubs;
using TaskOrchestration.Support.Durable.Worlds;

namespace TaskOrchestration.Functions.Tests.Golden;

/// <summary>The executions whose orchestrations are kept for ever: one for each thing that orchestrators see and do.</summary>
internal static class GoldenRuns
{
    /// <summary>Where activities throw.</summary>
    public const string Trouble = "trouble-of-the-infrastructure";

    /// <summary>Each by its name, run anew.</summary>
    public static IReadOnlyDictionary<string, Func<ExecutionWorld, Task>> All { get; } = new Dictionary<string, Func<ExecutionWorld, Task>>(StringComparer.Ordinal)
    {
        ["tasks-one-after-the-other"] = world => ToTheEndAsync(
            world,
            """
            {"StartAt":"A","States":{
              "A":{"Type":"Task","Resource":"work","ResultPath":"$.a","Assign":{"x.$":"$.n"},"Next":"B"},
              "B":{"Type":"Task","Resource":"work","Parameters":{"x.$":"$x","of.$":"$$.Execution.Name"},"End":true}}}
            """,
            """{"n":1}"""),
        ["long-texts"] = world => ToTheEndAsync(
            world,
            """{"StartAt":"A","States":{"A":{"Type":"Task","Resource":"work","Next":"B"},"B":{"Type":"Task","Resource":"work","End":true}}}""",
            JsonObject.Of(("text", Json.Of(string.Concat(Enumerable.Range(0, 1_000).Select(number => $"{number}, "))))).ToString()),
        ["retried-and-caught"] = world => ToTheEndAsync(
            world,
            """
            {"StartAt":"A","States":{
              "A":{"Type":"Task","Resource":"fail","Retry":[{"ErrorEquals":["Busy"],"MaxAttempts":2,"IntervalSeconds":3}],"Catch":[{"ErrorEquals":["States.ALL"],"ResultPath":"$.why","Next":"B"}],"End":true},
              "B":{"Type":"Task","Resource":"work","End":true}}}
            """,
            """{"n":1}"""),
        [Trouble] = world => ToTheEndAsync(
            world,
            """{"StartAt":"A","States":{"A":{"Type":"Task","Resource":"work","Next":"B"},"B":{"Type":"Task","Resource":"work","End":true}}}""",
            """{"n":1}"""),
        ["side-by-side"] = world => ToTheEndAsync(
            world,
            """
            {"StartAt":"P","States":{"P":{"Type":"Parallel","End":true,"Branches":[
              {"StartAt":"W","States":{"W":{"Type":"Wait","Seconds":30,"Next":"A"},"A":{"Type":"Task","Resource":"work","End":true}}},
              {"StartAt":"M","States":{"M":{"Type":"Map","ItemsPath":"$.items","MaxConcurrency":2,"End":true,
                "ItemProcessor":{"StartAt":"I","States":{"I":{"Type":"Task","Resource":"work","End":true}}}}}}]}}}
            """,
            """{"items":[1,2,3,4,5]}"""),
        ["callback-and-heartbeats"] = async world =>
        {
            var arn = await StartAsync(world, """
                {"StartAt":"T","States":{"T":{"Type":"Task","Resource":"arn:aws:states:::lambda:invoke.waitForTaskToken","TimeoutSeconds":600,"HeartbeatSeconds":60,
                  "Parameters":{"FunctionName":"work","Payload":{}},"End":true}}}
                """);
            await world.Hub.RunAsync();
            await world.SignalAsync(arn, new Fact.TaskHeartbeat(world.Hub.Now, 1));
            await world.Hub.MoveToNextAsync();
            await world.SignalAsync(arn, new Fact.TaskSucceeded(world.Hub.Now, 1, Json.Of("done")));
            await world.Hub.RunToTheEndAsync();
        },
        ["stopped-and-redriven"] = async world =>
        {
            const string Definition = """{"StartAt":"A","States":{"A":{"Type":"Task","Resource":"work","Next":"W"},"W":{"Type":"Wait","Seconds":600,"Next":"B"},"B":{"Type":"Task","Resource":"work","End":true}}}""";
            var arn = await StartAsync(world, Definition);
            await world.Hub.RunAsync();
            await world.SignalAsync(arn, new Fact.Stopped(world.Hub.Now, new Failure("Enough", null)));
            await world.Hub.RunAsync();
            await world.Services.GetRequiredService<IExecutionService>().RedriveAsync(arn);
            await world.Hub.RunToTheEndAsync();
        },
        ["nested-execution"] = async world =>
        {
            var child = await CreateAsync(world, "child", """{"StartAt":"W","States":{"W":{"Type":"Wait","Seconds":5000,"Next":"D"},"D":{"Type":"Task","Resource":"work","End":true}}}""");
            await ToTheEndAsync(
                world,
                $$$$"""
                {"StartAt":"N","States":{"N":{"Type":"Task","Resource":"arn:aws:states:::states:startExecution.sync:2","Parameters":{"StateMachineArn":"{{{{child}}}}","Input":{"a":1}},"End":true}}}
                """,
                "{}");
        },
        ["map-run-of-standard-children"] = world => ToTheEndAsync(world, MapRun("STANDARD"), "[1,2,3,4,5]"),
        ["map-run-of-express-children"] = world => ToTheEndAsync(world, MapRun("EXPRESS"), "[1,2,3,4,5]"),
        ["continued-as-new"] = world => ToTheEndAsync(
            world,
            """
            {"StartAt":"M","States":{
              "M":{"Type":"Map","ItemsPath":"$","ItemProcessor":{"StartAt":"W","States":{"W":{"Type":"Wait","Seconds":1,"End":true}}},"Next":"D"},
              "D":{"Type":"Task","Resource":"work","Parameters":{"n.$":"States.ArrayLength($)"},"End":true}}}
            """,
            JsonArray.Of(Enumerable.Range(0, 420).Select(number => Json.Of(number))).ToString()),
        ["express"] = async world =>
        {
            await CreateAsync(world, "quick", """{"StartAt":"A","States":{"A":{"Type":"Task","Resource":"work","End":true}}}""", StateMachineType.Express);
            await world.Services.GetRequiredService<IExecutionService>().StartAsync(new StartRequest { StateMachineArn = world.Services.GetRequiredService<ArnScheme>().StateMachine("quick"), Name = "one" });
            await world.Hub.RunToTheEndAsync();
        },
    };

    /// <summary>A world whose functions do next to nothing.</summary>
    public static ExecutionWorld World(HubOptions? options = null)
    {
        var world = new ExecutionWorld(router: null, options, services => services
            .AddSingleton<IServiceIntegration, StartExecution>()
            .AddTaskHandler("work", (call, _) => ValueTask.FromResult(call.Input))
            .AddTaskHandler("fail", (_, _) => throw new TaskFailureException(new Failure("Busy", "come back later")))
            .AddTaskRouting());
        world.Services.GetRequiredService<LateExecutions>().Open(world.Services.GetRequiredService<IExecutionService>());
        return world;
    }

    private static string MapRun(string type) => """
        {"StartAt":"Each","States":{"Each":{"Type":"Map","Label":"each","MaxConcurrency":2,"End":true,
          "ItemProcessor":{"ProcessorConfig":{"Mode":"DISTRIBUTED","ExecutionType":"@TYPE"},"StartAt":"Do","States":{"Do":{"Type":"Task","Resource":"work","End":true}}}}}}
        """.Replace("@TYPE", type, StringComparison.Ordinal);

    private static async Task ToTheEndAsync(ExecutionWorld world, string definition, string input)
    {
        await StartAsync(world, definition, input);
        await world.Hub.RunToTheEndAsync();
    }

    private static async Task<string> StartAsync(ExecutionWorld world, string definition, string input = "{}")
    {
        var machine = await CreateAsync(world, "machine", definition);
        var started = await world.Services.GetRequiredService<IExecutionService>().StartAsync(new StartRequest { StateMachineArn = machine, Name = "one", Input = Json.Parse(input) });
        return started.ExecutionArn;
    }

    private static async Task<string> CreateAsync(ExecutionWorld world, string name, string definition, StateMachineType type = StateMachineType.Standard)
    {
        var draft = new StateMachineDraft { Name = name, Definition = definition, RoleArn = "arn:aws:iam::123456789012:role/Role", Type = type };
        return (await world.Services.GetRequiredService<StateMachineCatalog>().CreateAsync(draft)).Arn;
    }
}
