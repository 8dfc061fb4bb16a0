using System.Diagnostics;
using TaskOrchestration.StatesLanguage.History;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.Api.StepFunctions.Wire;

/// <summary>An event of a history as GetExecutionHistory shows it.</summary>
/// <remarks>Inputs, outputs and variables go out as JSON inside a text, as AWS has it.</remarks>
/// <seealso href="https://docs.aws.amazon.com/step-functions/latest/apireference/API_HistoryEvent.html">HistoryEvent</seealso>
internal static class HistoryEventJson
{
    private static readonly JsonObject NotTruncated = JsonObject.Of(("truncated", Json.False));

    private static readonly Json[] TypeNames = [.. Enum.GetNames<HistoryEventType>().Select(Json.Of)];

    /// <summary>The member that holds an event's particulars: the type's name, but for the states one for all types.</summary>
    private static readonly string[] DetailsNames = [.. Enum.GetNames<HistoryEventType>().Select(NameOfDetails)];

    /// <summary>Writes an event, without inputs and outputs where <paramref name="withData"/> is false.</summary>
    public static JsonObject Write(HistoryEvent happened, bool withData)
    {
        var json = new JsonObjectBuilder(5)
            .Set("timestamp", EpochSeconds.Of(happened.Timestamp))
            .Set("type", TypeNames[(int)happened.Type])
            .Set("id", Json.Of(happened.Id))
            .Set("previousEventId", Json.Of(happened.PreviousId));
        if (happened.Details is { } details)
        {
            json.Set(DetailsNames[(int)happened.Type], Write(details, withData));
        }

        return json.Build();
    }

    private static JsonObject Write(HistoryDetails details, bool withData)
    {
        var json = new JsonObjectBuilder(6);
        switch (details)
        {
            case HistoryDetails.ExecutionStarted d:
                Text(json, "input", d.Input, withData).Set("roleArn", Json.Of(d.RoleArn));
                break;
            case HistoryDetails.ExecutionRedriven d:
                json.Set("redriveCount", Json.Of(d.RedriveCount));
                break;
            case HistoryDetails.Result d:
                Text(json, "output", d.Output, withData);
                break;
            case HistoryDetails.Failed d:
                json.SetIfPresent("error", d.Error).SetIfPresent("cause", d.Cause);
                break;
            case HistoryDetails.StateEntered d:
                Text(json.Set("name", Json.Of(d.Name)), "input", d.Input, withData);
                break;
            case HistoryDetails.StateExited d:
                Variables(Text(json.Set("name", Json.Of(d.Name)), "output", d.Output, withData), d.AssignedVariables, withData);
                break;
            case HistoryDetails.LambdaFunctionScheduled d:
                Text(json.Set("resource", Json.Of(d.Resource)), "input", d.Input, withData);
                Limits(json, d.TimeoutInSeconds, heartbeat: null, d.Credentials);
                break;
            case HistoryDetails.ActivityScheduled d:
                Text(json.Set("resource", Json.Of(d.Resource)), "input", d.Input, withData);
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
                Text(Resource(json, d.ResourceType, d.Resource), "output", d.Output, withData);
                break;
            case HistoryDetails.TaskFailed d:
                Resource(json, d.ResourceType, d.Resource).SetIfPresent("error", d.Error).SetIfPresent("cause", d.Cause);
                break;
            case HistoryDetails.MapStateStarted d:
                json.Set("length", Json.Of(d.Length));
                break;
            case HistoryDetails.MapIteration d:
                json.Set("name", Json.Of(d.Name)).Set("index", Json.Of(d.Index));
                break;
            default:
                throw new UnreachableException($"no way to write {details.GetType().Name}");
        }

        return json.Build();
    }

    private static JsonObjectBuilder Text(JsonObjectBuilder json, string name, Json value, bool withData) =>
        json.SetIfPresent(name, withData ? value.ToString() : null).Set(name + "Details", NotTruncated);

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

    private static string NameOfDetails(string type)
    {
        var subject = type.EndsWith("StateEntered", StringComparison.Ordinal) ? "StateEntered"
            : type.EndsWith("StateExited", StringComparison.Ordinal) ? "StateExited"
            : type;
        return $"{char.ToLowerInvariant(subject[0])}{subject[1..]}EventDetails";
    }
}
