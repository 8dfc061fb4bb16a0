using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using TaskOrchestration.Conformance.Tests.Corpora;
using TaskOrchestration.Conformance.Tests.Functions;
using TaskOrchestration.Orchestrations.Resources;
using TaskOrchestration.Orchestrations.Resources.Services;
using TaskOrchestration.Orchestrations.Stores;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.Conformance.Tests.Serving;

/// <summary>What does the tasks of a recorded conversation: the functions of its case, and services in memory, whose queues and topics are made when they are first used.</summary>
public sealed class ConversationTasks : IDisposable
{
    private readonly ServiceProvider services;

    /// <summary>What the case whose placeholders have been filled says.</summary>
    public ConversationTasks(JsonObject filled)
    {
        var registered = new ServiceCollection().AddLogging().AddSingleton(TimeProvider.System).AddInMemoryStores();
        registered.AddServiceIntegrations(new ConfigurationBuilder().Build());
        foreach (var function in filled.Items("lambdas"))
        {
            registered.AddTaskHandler(function.Text("function")!, new ImitatedFunction(function.Object("behaviour")!, _ => { }));
        }

        services = registered.AddTaskRouting().BuildServiceProvider();
        Router = services.GetRequiredService<ITaskRouter>();
    }

    /// <summary>Does the tasks.</summary>
    public ITaskRouter Router { get; }

    /// <inheritdoc/>
    public void Dispose() => services.Dispose();
}
