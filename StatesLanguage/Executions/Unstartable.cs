using TaskOrchestration.StatesLanguage.States;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.StatesLanguage.Executions;

/// <summary>The failure of a task that cannot be begun with the parameters it was given. As on AWS nothing catches it: the execution ends.</summary>
public static class Unstartable
{
    /// <summary>The revision of the rules from which on the state is to blame and no event tells of the task's failure. Before it the task had failed.</summary>
    private const int Since = 4;

    private const string Beginning = "The Parameters '";

    /// <summary>A parameter has a name that the integration does not know.</summary>
    public static Failure Unknown(JsonObject parameters, string name) => For(parameters, $"The field \"{name}\" is not supported by Step Functions");

    /// <summary>A parameter is not there that the integration cannot do without.</summary>
    public static Failure Missing(JsonObject parameters, string name) => For(parameters, $"The field '{name}' is required but was missing");

    /// <summary>A parameter holds what the integration cannot take.</summary>
    public static Failure Misshapen(JsonObject parameters, string name) => For(parameters, $"The value of the field '{name}' has an invalid format");

    /// <summary>Whether that is why the task has failed.</summary>
    internal static bool Is(Work.Task work, Failure failure) =>
        work.Request is { Resource: TaskResource.Integration } request
        && request.Execution.Rules >= Since
        && failure.Error == Failure.Runtime
        && failure.Cause?.StartsWith(Beginning, StringComparison.Ordinal) == true;

    private static Failure For(JsonObject parameters, string problem) =>
        new(Failure.Runtime, $"{Beginning}{parameters}' could not be used to start the Task: [{problem}]");
}
