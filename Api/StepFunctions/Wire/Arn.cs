using TaskOrchestration.StatesLanguage.MapRuns;

namespace TaskOrchestration.Api.StepFunctions.Wire;

/// <summary>Whether a text is the kind of ARN that an action asks for.</summary>
internal static class Arn
{
    private const int ResourceType = 5;
    private const int MachineName = 6;

    /// <summary>The ARN of a state machine, of a version of one, or of an alias.</summary>
    public static string OfStateMachine(string arn)
    {
        var parts = OfStates(arn);
        return parts.Length is 7 or 8 && Requires(parts, "stateMachine") ? arn : throw WrongParts(arn);
    }

    /// <summary>The ARN of an activity.</summary>
    public static string OfActivity(string arn)
    {
        var parts = OfStates(arn);
        return Requires(parts, "activity") && parts.Length == 7 ? arn : throw WrongParts(arn);
    }

    /// <summary>The ARN of a standard execution. Those of express executions are no ARNs AWS could look up.</summary>
    public static string OfExecution(string arn)
    {
        var parts = OfStates(arn);
        return Requires(parts, "execution") && parts.Length == 8 ? arn : throw WrongParts(arn);
    }

    /// <summary>The ARN of a Map Run.</summary>
    public static string OfMapRun(string arn) => Requires(OfStates(arn), "mapRun") && MapRunArn.TryParse(arn, out _) ? arn : throw WrongParts(arn);

    /// <summary>The ARN of a role. Only its form is looked at: there is nobody to ask whether the role exists.</summary>
    public static string OfRole(string arn) =>
        arn.StartsWith("arn:", StringComparison.Ordinal) ? arn : throw WrongPrefix(arn);

    private static string[] OfStates(string arn)
    {
        var parts = arn.Split(':');
        return parts.Length > MachineName - 1 && parts[0] == "arn" && parts[1].StartsWith("aws", StringComparison.Ordinal) && parts[2] == "states"
            ? parts
            : throw WrongPrefix(arn);
    }

    private static bool Requires(string[] parts, string type) =>
        parts[ResourceType] == type ? true : throw AwsErrors.InvalidArn($"Resource type not valid in this context: {parts[ResourceType]}");

    private static AwsException WrongPrefix(string arn) => AwsErrors.InvalidArn($"Invalid ARN prefix: {arn}");

    private static AwsException WrongParts(string arn) => AwsErrors.InvalidArn($"Wrong number of parts: {arn}");
}
