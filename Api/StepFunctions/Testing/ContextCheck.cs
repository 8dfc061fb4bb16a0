using TaskOrchestration.Api.StepFunctions.Wire;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.Api.StepFunctions.Testing;

/// <summary>Whether a context object has only the members of one, each of its own type. None must be there.</summary>
/// <seealso href="https://docs.aws.amazon.com/step-functions/latest/dg/input-output-contextobject.html">The Context object</seealso>
internal static class ContextCheck
{
    private static readonly JsonObject Shape = (JsonObject)Json.Parse(
        """
        {
          "Execution": {
            "Id": "string", "Input": "any", "Name": "string", "RoleArn": "string", "StartTime": "string", "RedriveCount": "number", "RedriveTime": "string"
          },
          "State": { "EnteredTime": "string", "Name": "string", "RetryCount": "number" },
          "StateMachine": { "Id": "string", "Name": "string" },
          "Task": { "Token": "string" },
          "Map": { "Item": { "Index": "number", "Key": "string", "Value": "any", "Source": "string" } }
        }
        """);

    /// <summary>The same context object.</summary>
    /// <exception cref="AwsException">It has other members, or of other types.</exception>
    public static JsonObject? Checked(JsonObject? context)
    {
        if (context is not null)
        {
            Check(context, Shape, "");
        }

        return context;
    }

    private static void Check(JsonObject part, JsonObject shape, string path)
    {
        foreach (var (name, value) in part)
        {
            switch (shape[name])
            {
                case null:
                    throw Invalid($"Field '{name}' is not allowed");
                case JsonObject inner:
                    Check(value as JsonObject ?? throw Invalid($"{path}{name} must be an object"), inner, $"{path}{name}.");
                    break;
                case JsonString { Value: "string" } when value is not JsonString:
                    throw Invalid($"{path}{name} must be a string");
                case JsonString { Value: "number" } when value is not JsonNumber:
                    throw Invalid($"{path}{name} must be a number");
            }
        }
    }

    private static AwsException Invalid(string reason) => AwsErrors.Validation($"Invalid Context object provided: {reason}");
}
