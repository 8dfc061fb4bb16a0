using System.Diagnostics;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using TaskOrchestration.Api.StepFunctions;
using TaskOrchestration.Conformance.Tests.Corpora;
using TaskOrchestration.Conformance.Tests.Driving;
using TaskOrchestration.Conformance.Tests.Functions;
using TaskOrchestration.Orchestrations.Activities;
using TaskOrchestration.Orchestrations.Blobs;
using TaskOrchestration.Orchestrations.Catalog;
using TaskOrchestration.Orchestrations.Executions;
using TaskOrchestration.Orchestrations.Resources;
using TaskOrchestration.Orchestrations.Resources.NestedExecutions;
using TaskOrchestration.Orchestrations.Resources.Services;
using TaskOrchestration.Orchestrations.Stores;
using TaskOrchestration.StatesLanguage.Executions;
using TaskOrchestration.StatesLanguage.States;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.Conformance.Tests.Stage;

/// <summary>What an execution of a case finds: its functions, services in memory with what the case put into them, other machines, and those who answer task tokens.</summary>
public sealed class CaseWorld
{
    private readonly ServiceProvider provider;
    private readonly TokenHolders holders;
    private readonly ActivityWorkers workers;
    private readonly ITaskRouter router;
    private readonly Dictionary<(string Execution, long Task), TaskReport> reports = [];
    private TimeSpan spent;

    /// <summary>The world of a case whose placeholders have been filled.</summary>
    public CaseWorld(JsonObject filled)
    {
        workers = new ActivityWorkers(filled, Perform);
        var machines = new OtherMachines(filled, Perform, workers);
        var services = new ServiceCollection();
        services.AddLogging().AddSingleton<TimeProvider>(new VirtualAgenda(Births.Moment)).AddInMemoryStores();
        services.AddServiceIntegrations(new ConfigurationBuilder().AddInMemoryCollection([KeyValuePair.Create("Services:CreateOnFirstUse", (string?)"false")]).Build());
        services.AddSingleton<LateExecutions>().AddSingleton<IExecutionService>(machines).AddSingleton<IServiceIntegration, StartExecution>();
        services.AddSingleton(new StateMachineCatalog(new MemoryStateMachineStore(), new ArnScheme("us-east-1", Births.Account), TimeProvider.System)).AddSingleton<IActivityTasks>(workers).AddStepFunctionsApi();
        foreach (var function in filled.Items("lambdas"))
        {
            services.AddTaskHandler(function.Text("function")!, new ImitatedFunction(function.Object("behaviour")!, time => spent += time));
        }

        provider = services.AddTaskRouting().BuildServiceProvider();
        provider.GetRequiredService<LateExecutions>().Open(machines);
        machines.Ran = time => spent += time;
        router = new ActivityRouter(provider.GetRequiredService<ITaskRouter>(), provider.GetRequiredService<IActivityStore>());
        holders = new TokenHolders(filled, provider);
        StageSetting.Apply(filled.Items("setup"), provider);
    }

    /// <summary>What services keep.</summary>
    public IServiceProvider Services => provider;

    /// <summary>Its objects.</summary>
    public IBlobStore Blobs => provider.GetRequiredService<IBlobStore>();

    /// <summary>Does a task. The same task again gets the same report.</summary>
    public TaskReport Perform(TaskRequest request)
    {
        var key = (request.Execution.ExecutionArn, request.Task);
        if (!reports.TryGetValue(key, out var report))
        {
            reports[key] = report = Now(ReportAsync(request));
        }

        return report;
    }

    /// <summary>What nothing here waits for: all is in memory, and time is virtual.</summary>
    internal static T Now<T>(Task<T> task) => task.GetAwaiter().GetResult();

    private async Task<TaskReport> ReportAsync(TaskRequest request)
    {
        var before = spent;
        var submitted = new List<Json>();
        var call = new TaskCall
        {
            Request = request,
            Execution = request.Execution,
            HeartbeatAsync = () => ValueTask.CompletedTask,
            SubmittedAsync = output =>
            {
                submitted.Add(output);
                return ValueTask.CompletedTask;
            },
        };
        var outcome = await router.InvokeAsync(call, CancellationToken.None);
        var took = spent - before;
        spent = before;
        var report = new TaskReport(took, Becomes(outcome, request));
        return submitted switch
        {
            [var output] => new TaskReport(TimeSpan.Zero, at => new Fact.TaskSubmitted(at, request.Task, output)) { Later = [report] },
            _ when outcome is TaskOutcome.Submitted && request.Resource is TaskResource.Activity => report with { Later = workers.ReportsOn(request) },
            _ when outcome is TaskOutcome.Submitted => report with { Later = await holders.AnswersToAsync(request) },
            _ => report,
        };
    }

    private static Func<DateTimeOffset, Fact> Becomes(TaskOutcome outcome, TaskRequest request) => at => outcome switch
    {
        TaskOutcome.Succeeded(var output) => new Fact.TaskSucceeded(at, request.Task, output),
        TaskOutcome.Submitted(var output) => new Fact.TaskSubmitted(at, request.Task, output),
        TaskOutcome.Failed(var failure) => new Fact.TaskFailed(at, request.Task, failure),
        _ => throw new UnreachableException($"no arm for {outcome.GetType().Name}"),
    };
}
