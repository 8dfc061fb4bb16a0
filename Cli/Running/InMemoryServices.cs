using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using TaskOrchestration.Orchestrations.Resources;
using TaskOrchestration.Orchestrations.Resources.Mocks;
using TaskOrchestration.Orchestrations.Resources.Services;
using TaskOrchestration.Orchestrations.Steps;
using TaskOrchestration.Orchestrations.Stores;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.Cli.Running;

/// <summary>The steps of the seed workflows on ports in memory, and the functions that were mocked.</summary>
public static class InMemoryServices
{
    /// <summary>Puts them together.</summary>
    public static ServiceProvider Create(TimeProvider clock, Answers answers, MockConfiguration mocks)
    {
        ArgumentNullException.ThrowIfNull(answers);
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddSingleton(clock);
        services.AddSingleton(mocks);
        services.AddInMemoryStores();
        services.AddBusinessSteps();
        services.AddServiceIntegrations(new ConfigurationBuilder().Build());
        foreach (var (name, outcome) in answers.Outcomes)
        {
            services.AddTaskHandler(name, (_, _) => Answer(outcome));
        }

        services.AddTaskRouting();
        return services.BuildServiceProvider();
    }

    private static ValueTask<Json> Answer(TaskOutcome outcome) => outcome switch
    {
        TaskOutcome.Succeeded(var output) => ValueTask.FromResult(output),
        TaskOutcome.Failed(var failure) => throw new TaskFailureException(failure),
        _ => throw new System.Diagnostics.UnreachableException($"No mock answers with {outcome.GetType().Name}"),
    };
}
