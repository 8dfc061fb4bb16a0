using TaskOrchestration.Orchestrations.Executions;
using TaskOrchestration.StatesLanguage.History;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.Api.StepFunctions.Wire;

/// <summary>An event of a history as GetExecutionHistory shows it.</summary>
/// <remarks>Inputs, outputs and variables go out as JSON inside a text, as AWS has it.</remarks>
/// <seealso href="https://docs.aws.amazon.com/step-functions/latest/apireference/API_HistoryEvent.html">HistoryEvent</seealso>
internal static class HistoryEventJson
{
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
            json.Set(DetailsNames[(int)happened.Type], HistoryDetailsJson.Write(details, withData));
        }

        return json.Build();
    }

    private static string NameOfDetails(string type)
    {
        var subject = type.EndsWith("StateEntered", StringComparison.Ordinal) ? "StateEntered"
            : type.EndsWith("StateExited", StringComparison.Ordinal) ? "StateExited"
            : type;
        return $"{char.ToLowerInvariant(subject[0])}{subject[1..]}EventDetails";
    }
}
