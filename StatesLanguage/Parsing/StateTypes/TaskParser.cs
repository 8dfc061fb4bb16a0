using TaskOrchestration.StatesLanguage.Expressions;
using TaskOrchestration.StatesLanguage.Parsing.Fields;
using TaskOrchestration.StatesLanguage.States;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.StatesLanguage.Parsing.StateTypes;

/// <summary>Reads a Task.</summary>
internal static class TaskParser
{
    private static readonly FieldRules Rules = new(
        [
            "Type", "Comment", "QueryLanguage", "Next", "End", "Assign", "Retry", "Catch",
            "Resource", "TimeoutSeconds", "HeartbeatSeconds", "Credentials",
        ],
        ["InputPath", "OutputPath", "Parameters", "ResultSelector", "ResultPath", "TimeoutSecondsPath", "HeartbeatSecondsPath"],
        ["Arguments", "Output"]);

    public static TaskState Parse(string name, FieldReader reader)
    {
        Rules.Check(reader);
        reader.Require("Resource");
        var resource = reader.Text("Resource");
        if (resource?.Trim().Length == 0)
        {
            reader.Scope.Problems.Add(ProblemCode.InvalidResource, "Expected an ARN or the name of a function, found an empty text", reader.At("Resource"));
        }

        var timeout = NumberFields.Integer(reader, "TimeoutSeconds", 1);
        var heartbeat = NumberFields.Integer(reader, "HeartbeatSeconds", 1);
        CheckHeartbeat(reader, timeout, heartbeat);
        return WorkFields.Read(
            new TaskState
            {
                Name = name,
                Resource = resource ?? "",
                Arguments = Template.Read(reader, reader.IsJsonata ? "Arguments" : "Parameters"),
                TimeoutSeconds = timeout,
                HeartbeatSeconds = heartbeat,
                Credentials = ReadCredentials(reader),
                Transition = Targets.Read(reader),
            },
            reader);
    }

    private static void CheckHeartbeat(FieldReader reader, Expression? timeout, Expression? heartbeat)
    {
        if (timeout is Expression.Constant { Value: JsonNumber limit }
            && heartbeat is Expression.Constant { Value: JsonNumber beat }
            && beat.Value >= limit.Value)
        {
            reader.ReportAt("HeartbeatSeconds", $"Expected less than TimeoutSeconds, which is {limit.Text}, found {beat.Text}");
        }
    }

    private static Expression? ReadCredentials(FieldReader reader)
    {
        if (reader.IsJsonata && reader.Find("Credentials") is JsonString)
        {
            return Template.Read(reader, "Credentials");
        }

        if (reader.Object("Credentials") is not { } credentials)
        {
            return null;
        }

        if (!credentials.Has("RoleArn") && (reader.IsJsonata || !credentials.Has("RoleArn.$")))
        {
            credentials.Report("The field 'RoleArn' is required but was missing");
        }

        return Template.Read(reader, "Credentials");
    }
}
