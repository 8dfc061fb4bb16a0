using System.Text.RegularExpressions;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using TaskOrchestration.Orchestrations.Resources;
using TaskOrchestration.Orchestrations.Resources.Services;
using TaskOrchestration.Orchestrations.Stores;
using TaskOrchestration.StatesLanguage.Executions;
using TaskOrchestration.StatesLanguage.States;
using TaskOrchestration.StatesLanguage.Values;
using TaskOrchestration.Support;

namespace TaskOrchestration.Orchestrations.Tests.Resources.Services;

/// <summary>The services in memory, asked as a driver asks them.</summary>
internal sealed class ServiceWorld : IAsyncDisposable
{
    public const string Place = "us-east-1:123456789012";

    private static readonly ExecutionStart Start = new()
    {
        ExecutionArn = $"arn:aws:states:{Place}:execution:M:run",
        Name = "run",
        StateMachineArn = $"arn:aws:states:{Place}:stateMachine:M",
        StateMachineName = "M",
        RoleArn = "arn:aws:iam::123456789012:role/R",
        Input = JsonObject.Empty,
        Seed = new string('0', 64),
    };

    private readonly ServiceProvider provider;
    private long attempts;

    /// <summary>A world with these settings.</summary>
    public ServiceWorld(Action<IServiceCollection>? add = null, params (string Name, string? Value)[] settings)
    {
        var services = new ServiceCollection();
        services.AddLogging().AddSingleton<TimeProvider>(Time).AddInMemoryStores();
        services.AddServiceIntegrations(new ConfigurationBuilder().AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create(setting.Name, setting.Value))).Build());
        add?.Invoke(services);
        services.AddTaskRouting();
        provider = services.BuildServiceProvider();
    }

    public ManualTimeProvider Time { get; } = new();

    public T Get<T>()
        where T : notnull => provider.GetRequiredService<T>();

    /// <summary>Asks once; the same attempt again where a number is given.</summary>
    public async Task<TaskOutcome> AskAsync(string resource, string parameters, long? attempt = null)
    {
        var request = new TaskRequest
        {
            Execution = Start,
            Task = attempt ?? ++attempts,
            Visit = 1,
            StateName = "S",
            Resource = TaskResource.Parse($"arn:aws:states:::{resource}"),
            Input = Json.Parse(parameters),
            RetryCount = 0,
        };
        return await Get<ITaskRouter>().InvokeAsync(new TaskCall { Request = request, Execution = Start, HeartbeatAsync = () => default }, CancellationToken.None);
    }

    /// <summary>Asks, and gives back the result without what went over the wire.</summary>
    public async Task<string> ResultAsync(string resource, string parameters)
    {
        var output = await AskAsync(resource, parameters) switch
        {
            TaskOutcome.Succeeded done => done.Output,
            TaskOutcome.Submitted done => done.Output,
            var other => throw new InvalidOperationException(other.ToString()),
        };
        return output is JsonObject members ? members.Without("SdkHttpMetadata").Without("SdkResponseMetadata").ToString() : output.ToString();
    }

    /// <summary>Asks for what is refused; the id of the request is cut out.</summary>
    public async Task<(string? Error, string? Cause)> FailureAsync(string resource, string parameters)
    {
        var failure = Assert.IsType<TaskOutcome.Failed>(await AskAsync(resource, parameters)).Failure;
        return (failure.Error, failure.Cause is null ? null : Regex.Replace(failure.Cause, "Request ID: [-0-9a-zA-Z+/=]+", "Request ID: *", RegexOptions.None, TimeSpan.FromSeconds(1)));
    }

    public ValueTask DisposeAsync() => provider.DisposeAsync();
}
