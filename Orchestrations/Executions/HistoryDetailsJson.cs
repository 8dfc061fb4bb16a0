using System.Diagnostics;
using TaskOrchestration.StatesLanguage.History;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.Orchestrations.Executions;

/// <summary>The particulars of history events as AWS writes them, in GetExecutionHistory and in execution logs.</summary>
/// <remarks>Inputs, outputs and variables go out as JSON inside a text, as AWS has it.</remarks>
/// <seealso href="https://docs.aws.amazon.com/step-functions/latest/apireference/API_HistoryEvent.html">HistoryEvent</seealso>
public static class HistoryDetailsJson
{
    private static readonly JsonObject NotTruncated = JsonObject.Of(("truncated", Json.False));

    private static readonly JsonObject Truncated = JsonObject.Of(("truncated", Json.True));

    /// <summary>Writes the particulars, without inputs and outputs where <paramref name="withData"/> is false.</summary>
    /// <param name="details">The particulars.</param>
    /// <param name="withData">Whether inputs, outputs and variables are wanted.</param>
    /// <param name="longest">How many characters of an input or output there may be; the rest is cut off, and said to be.</param>
    public static JsonObject Write(HistoryDetails details, bool withData, int longest = int.MaxValue)
    {
        ArgumentNullException.ThrowIfNull(details);
        var json = new JsonObjectBuilder(6);
        switch (details)
        {
            case HistoryDetails.ExecutionStarted d:
                Text(json, "input", d.Input, withData, longest).Set("roleArn", Json.Of(d.RoleArn))
                    .SetIfPresent("stateMachineAliasArn", d.StateMachineAliasArn)
                    .SetIfPresent("stateMachineVersionArn", d.StateMachineVersionArn);
                break;
            case HistoryDetails.ExecutionRedriven d:
                json.Set("redriveCount", Json.Of(d.RedriveCount));
                break;
            case HistoryDetails.Result d:
                Text(json, "output", d.Output, withData, longest);
                break;
            case HistoryDetails.Failed d:
                json.SetIfPresent("error", d.Error).SetIfPresent("cause", d.Cause);
                break;
            case HistoryDetails.EvaluationFailed d:
                json.Set("state", Json.Of(d.State)).SetIfPresent("location", d.Location).SetIfPresent("error", d.Error).SetIfPresent("cause", d.Cause);
                break;
            case HistoryDetails.StateEntered d:
                Text(json.Set("name", Json.Of(d.Name)), "input", d.Input, withData, longest);
                break;
            case HistoryDetails.StateExited d:
                Variables(Text(json.Set("name", Json.Of(d.Name)), "output", d.Output, withData, longest), d.AssignedVariables, withData);
                break;
            case HistoryDetails.LambdaFunctionScheduled d:
                Text(json.Set("resource", Json.Of(d.Resource)), "input", d.Input, withData, longest);
                Limits(json, d.TimeoutInSeconds, heartbeat: null, d.Credentials);
                break;
            case HistoryDetails.ActivityScheduled d:
                Text(json.Set("resource", Json.Of(d.Resource)), "input", d.Input, withData, longest);
                Limits(json, d.TimeoutInSeconds, d.HeartbeatInSeconds, credentials: null);
                break;
            case HistoryDetails.ActivityStarted d:
                json.SetIfPresent("workerName", d.WorkerName);
                break;
            case HistoryDetails.TaskScheduled d:
                // A required member, so it cannot be left out with the rest of the data.
                Resource(json, d.ResourceType, d.Resource)
                    .Set("region", Json.Of(d.Region))
                    .Set("parameters", Json.Of(withData ? d.Parameters.ToString() : "{}"));
                Limits(json, d.TimeoutInSeconds, d.HeartbeatInSeconds, d.Credentials);
                break;
            case HistoryDetails.TaskStarted d:
                Resource(json, d.ResourceType, d.Resource);
                break;
            case HistoryDetails.TaskOutput d:
                Text(Resource(json, d.ResourceType, d.Resource), "output", d.Output, withData, longest);
                break;
            case HistoryDetails.TaskFailed d:
                Resource(json, d.ResourceType, d.Resource).SetIfPresent("error", d.Error).SetIfPresent("cause", d.Cause);
                break;
            case HistoryDetails.MapStateStarted d:
                json.Set("length", Json.Of(d.Length));
                break;
            case HistoryDetails.MapRunStarted d:
                json.Set("mapRunArn", Json.Of(d.MapRunArn));
                break;
            case HistoryDetails.MapRunRedriven d:
                json.Set("mapRunArn", Json.Of(d.MapRunArn)).Set("redriveCount", Json.Of(d.RedriveCount));
                break;
            case HistoryDetails.MapIteration d:
                json.Set("name", Json.Of(d.Name)).Set("index", Json.Of(d.Index));
                break;
            default:
                throw new UnreachableException($"no way to write {details.GetType().Name}");
        }

        return json.Build();
    }

    private static JsonObjectBuilder Text(JsonObjectBuilder json, string name, Json value, bool withData, int longest)
    {
        var text = withData ? value.ToString() : null;
        return text?.Length > longest
            ? json.Set(name, Json.Of(text[..(char.IsHighSurrogate(text[longest - 1]) ? longest - 1 : longest)])).Set(name + "Details", Truncated)
            : json.SetIfPresent(name, text).Set(name + "Details", NotTruncated);
    }

    private static JsonObjectBuilder Resource(JsonObjectBuilder json, string type, string resource) =>
        json.Set("resourceType", Json.Of(type)).Set("resource", Json.Of(resource));

    private static void Limits(JsonObjectBuilder json, long? timeout, long? heartbeat, Json? credentials)
    {
        json.SetIfPresent("timeoutInSeconds", timeout is { } t ? Json.Of(t) : null)
            .SetIfPresent("heartbeatInSeconds", heartbeat is { } h ? Json.Of(h) : null);
        if (credentials is JsonObject given && given["RoleArn"] is { } role)
        {
            json.Set("taskCredentials", JsonObject.Of(("roleArn", role)));
        }
    }

    private static void Variables(JsonObjectBuilder json, JsonObject? assigned, bool withData)
    {
        if (assigned is null)
        {
            return;
        }

        if (withData)
        {
            json.Set("assignedVariables", JsonObject.Of(assigned.Select(v => KeyValuePair.Create(v.Key, Json.Of(v.Value.ToString())))));
        }

        json.Set("assignedVariablesDetails", NotTruncated);
    }
}
