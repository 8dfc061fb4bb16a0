using System.Globalization;
using TaskOrchestration.Api.StepFunctions.Wire;
using TaskOrchestration.StatesLanguage.States;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.Api.StepFunctions.Testing;

/// <summary>Whether a mocked result could be the answer of the service that a Task calls.</summary>
/// <remarks>
/// As on AWS, members that the service does not know are not looked at. A task that waits for a callback or for the end of a job yields
/// something else than the service's answer, so there is nothing to hold its result against; nor is there for services without a model here.
/// </remarks>
internal static class ServiceAnswers
{
    private const string AwsSdk = "aws-sdk:";

    /// <summary>Refuses a result that could not be.</summary>
    /// <exception cref="AwsException">It could not.</exception>
    public static void Check(TaskResource resource, Json result, bool isStrict)
    {
        if (resource is TaskResource.Integration { Pattern: IntegrationPattern.RequestResponse } integration
            && AnswerModel.Of(ServiceOf(integration)) is { } model
            && model.TypeOfAnswer(integration.Action) is { } type)
        {
            Check(model, type, type, result, isStrict);
        }
    }

    private static string ServiceOf(TaskResource.Integration integration) => integration.Service switch
    {
        "bedrock" => "bedrockruntime",
        "elasticmapreduce" => "emr",
        "events" => "eventbridge",
        "states" => "sfn",
        var service => service.StartsWith(AwsSdk, StringComparison.Ordinal) ? service[AwsSdk.Length..] : service,
    };

    private static void Check(AnswerModel model, string field, string type, Json value, bool isStrict)
    {
        switch (type[0])
        {
            case '*':
                break;
            case var _ when value is JsonNull:
                break;
            case 's' when type.Length == 1:
                Require(value is JsonString, field, "a string");
                break;
            case 'b' when type.Length == 1:
                Require(value is JsonBoolean, field, "a boolean");
                break;
            case 'n' when type.Length == 1 || type[1] == ':':
                CheckNumber(field, type, value);
                break;
            case '[':
                Require(value is JsonArray, field, "an array");
                foreach (var item in (JsonArray)value)
                {
                    Check(model, field, type[1..^1], item, isStrict);
                }

                break;
            case '{':
                Require(value is JsonObject, field, "an object");
                foreach (var (name, member) in (JsonObject)value)
                {
                    Check(model, name, type[1..^1], member, isStrict);
                }

                break;
            default:
                Require(value is JsonObject, field, "an object");
                CheckStructure(model, type, (JsonObject)value, isStrict);
                break;
        }
    }

    private static void CheckStructure(AnswerModel model, string structure, JsonObject value, bool isStrict)
    {
        foreach (var member in model.Members(structure))
        {
            if (value.TryGet(member.Name, out var found))
            {
                Check(model, member.Name, member.Type, found, isStrict);
            }
            else if (isStrict && member.IsRequired)
            {
                throw Invalid($"Required field '{member.Name}' is missing");
            }
        }
    }

    private static void CheckNumber(string field, string type, Json value)
    {
        Require(value is JsonNumber, field, "a number");
        var number = ((JsonNumber)value).Value;
        var bounds = type.Split(':');
        if (bounds.Length == 3 && number < Bound(bounds[1], double.NegativeInfinity))
        {
            throw Invalid($"Field '{field}' is less than the minimum value");
        }

        if (bounds.Length == 3 && number > Bound(bounds[2], double.PositiveInfinity))
        {
            throw Invalid($"Field '{field}' exceeds the maximum value");
        }
    }

    private static double Bound(string text, double none) => text.Length == 0 ? none : double.Parse(text, CultureInfo.InvariantCulture);

    private static void Require(bool isRight, string field, string expected)
    {
        if (!isRight)
        {
            throw Invalid($"Field '{field}' must be {expected}");
        }
    }

    private static AwsException Invalid(string reason) => AwsErrors.Validation($"Mock result schema validation error: {reason}");
}
