using Microsoft.Extensions.DependencyInjection;
using TaskOrchestration.Api.Access.Throttling;
using TaskOrchestration.Api.StepFunctions.Wire;
using TaskOrchestration.Orchestrations.Executions;
using TaskOrchestration.Orchestrations.Resources.Services;
using TaskOrchestration.Orchestrations.Resources.StepFunctions;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.Api.StepFunctions;

/// <summary>The actions of the API for tasks of this very server. They are found when the first task asks: actions stand on the driver, and the driver on what does tasks.</summary>
internal sealed class StepFunctionsActions(IServiceProvider services) : IStepFunctionsActions
{
    private readonly Lazy<Dictionary<string, IAction>> byName = new(() => services.GetServices<IAction>().ToDictionary(action => action.Name));

    public async ValueTask<JsonObject?> CallAsync(string action, JsonObject parameters, CancellationToken cancellationToken)
    {
        if (services.GetService<LateExecutions>() is { } late)
        {
            await late.GetAsync(cancellationToken);
        }

        if (!byName.Value.TryGetValue(action, out var found))
        {
            return null;
        }

        try
        {
            // To AWS a task's calls are an account's like any other.
            if (services.GetService<ActionThrottle>() is { } throttle)
            {
                await throttle.TakeAsync(action, parameters, cancellationToken);
            }

            return await found.AnswerAsync(parameters, cancellationToken);
        }
        catch (AwsException e)
        {
            throw Refused(e.Error);
        }
        catch (RefusedException e)
        {
            throw Refused(Refusals.InWordsOfAws(e).Error);
        }
    }

    private static ServiceException Refused(AwsError error) => new(error.Code, error.Message)
    {
        Type = error.Code.EndsWith("Exception", StringComparison.Ordinal) ? error.Code : $"{error.Code}Exception",
        Status = error.Status,
    };
}
