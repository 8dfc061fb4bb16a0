using System.Diagnostics;
using TaskOrchestration.StatesLanguage.History;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.Conformance.Tests.Aws;

/// <summary>A history event in the shape of GetExecutionHistory.</summary>
public static class EventShape
{
    private static readonly JsonObject Whole = JsonObject.Of(("truncated", Json.False));

    /// <summary>The event.</summary>
    public static Json Of(HistoryEvent recorded)
    {
        var shape = new JsonObjectBuilder()
            .Set("timestamp", Json.Of(recorded.Timestamp.ToUnixTimeMilliseconds() / 1000.0))
            .Set("type", Json.Of(recorded.Type.ToString()))
            .Set("id", Json.Of(recorded.Id))
            .Set("previousEventId", Json.Of(recorded.PreviousId));
        if (recorded.Details is { } details)
        {
            shape.Set(MemberOf(recorded.Type, details), Of(details));
        }

        return shape.Build();
    }

    private static string MemberOf(HistoryEventType type, HistoryDetails details) => details switch
    {
        HistoryDetails.StateEntered => "stateEnteredEventDetails",
        HistoryDetails.StateExited => "stateExitedEventDetails",
        _ => $"{char.ToLowerInvariant(type.ToString()[0])}{type.ToString()[1..]}EventDetails",
    };

    private static JsonObject Of(HistoryDetails details) => details switch
    {
        HistoryDetails.ExecutionStarted d => WithInput(new JsonObjectBuilder(), d.Input).Set("roleArn", Json.Of(d.RoleArn)).Build(),
        HistoryDetails.Result d => WithOutput(new JsonObjectBuilder(), d.Output).Build(),
        HistoryDetails.Failed d => WithFailure(new JsonObjectBuilder(), d.Error, d.Cause).Build(),
        HistoryDetails.StateEntered d => WithInput(new JsonObjectBuilder().Set("name", Json.Of(d.Name)), d.Input).Build(),
        HistoryDetails.StateExited d => Of(d),
        HistoryDetails.LambdaFunctionScheduled d => WithInput(new JsonObjectBuilder().Set("resource", Json.Of(d.Resource)), d.Input)
            .SetIfPresent("timeoutInSeconds", Number(d.TimeoutInSeconds)).SetIfPresent("taskCredentials", d.Credentials).Build(),
        HistoryDetails.ActivityScheduled d => WithInput(new JsonObjectBuilder().Set("resource", Json.Of(d.Resource)), d.Input)
            .SetIfPresent("timeoutInSeconds", Number(d.TimeoutInSeconds)).SetIfPresent("heartbeatInSeconds", Number(d.HeartbeatInSeconds)).Build(),
        HistoryDetails.ActivityStarted d => new JsonObjectBuilder().SetIfPresent("workerName", d.WorkerName).Build(),
        HistoryDetails.TaskScheduled d => WithResource(d.ResourceType, d.Resource).Set("region", Json.Of(d.Region)).Set("parameters", Json.Of(d.Parameters.ToString()))
            .SetIfPresent("timeoutInSeconds", Number(d.TimeoutInSeconds)).SetIfPresent("heartbeatInSeconds", Number(d.HeartbeatInSeconds))
            .SetIfPresent("taskCredentials", d.Credentials).Build(),
        HistoryDetails.TaskStarted d => WithResource(d.ResourceType, d.Resource).Build(),
        HistoryDetails.TaskOutput d => WithOutput(WithResource(d.ResourceType, d.Resource), d.Output).Build(),
        HistoryDetails.TaskFailed d => WithFailure(WithResource(d.ResourceType, d.Resource), d.Error, d.Cause).Build(),
        HistoryDetails.MapStateStarted d => JsonObject.Of(("length", Json.Of(d.Length))),
        HistoryDetails.MapIteration d => JsonObject.Of(("name", Json.Of(d.Name)), ("index", Json.Of(d.Index))),
        _ => throw new UnreachableException($"no arm for {details.GetType().Name}"),
    };

    private static JsonObject Of(HistoryDetails.StateExited details)
    {
        var shape = WithOutput(new JsonObjectBuilder().Set("name", Json.Of(details.Name)), details.Output);
        if (details.AssignedVariables is { } variables)
        {
            shape.Set("assignedVariables", JsonObject.Of(variables.Select(v => KeyValuePair.Create(v.Key, Json.Of(v.Value.ToString())))));
            shape.Set("assignedVariablesDetails", Whole);
        }

        return shape.Build();
    }

    private static JsonObjectBuilder WithInput(JsonObjectBuilder shape, Json input) =>
        shape.Set("input", Json.Of(input.ToString())).Set("inputDetails", Whole);

    private static JsonObjectBuilder WithOutput(JsonObjectBuilder shape, Json output) =>
        shape.Set("output", Json.Of(output.ToString())).Set("outputDetails", Whole);

    private static JsonObjectBuilder WithFailure(JsonObjectBuilder shape, string? error, string? cause) =>
        shape.SetIfPresent("error", error).SetIfPresent("cause", cause);

    private static JsonObjectBuilder WithResource(string type, string resource) =>
        new JsonObjectBuilder().Set("resourceType", Json.Of(type)).Set("resource", Json.Of(resource));

    private static Json? Number(long? value) => value is { } number ? Json.Of(number) : null;
}
