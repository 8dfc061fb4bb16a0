using TaskOrchestration.Orchestrations.Catalog;
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
        if (!(parts.Length is 7 or 8 && Requires(parts, "stateMachine")))
        {
            throw WrongParts(arn);
        }

        return parts[MachineName].Contains('/', StringComparison.Ordinal) ? throw AwsErrors.LabeledArn(arn) : arn;
    }

    /// <summary>The ARN of an activity.</summary>
    public static string OfActivity(string arn)
    {
        var parts = OfStates(arn);
        return Requires(parts, "activity") && parts.Length == 7 ? arn : throw WrongParts(arn);
    }

    /// <summary>The ARN of a version of a state machine.</summary>
    public static QualifiedArn OfVersion(string arn) => QualifiedArn.Read(OfStateMachine(arn)) is { Version: not null } named ? named : throw WrongParts(arn);

    /// <summary>The ARN of an alias of a state machine.</summary>
    public static QualifiedArn OfAlias(string arn) => QualifiedArn.Read(OfStateMachine(arn)) is { Alias: not null } named ? named : throw WrongParts(arn);

    /// <summary>The ARN of something that can have tags: a state machine or an activity, as far as the ARN tells.</summary>
    public static string OfTaggedResource(string arn) => OfStates(arn)[ResourceType] is "stateMachine" or "activity" ? arn : throw WrongType(OfStates(arn));

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
        parts[ResourceType] == type ? true : throw WrongType(parts);

    private static AwsException WrongType(string[] parts) => AwsErrors.InvalidArn($"Resource type not valid in this context: {parts[ResourceType]}");

    private static AwsException WrongPrefix(string arn) => AwsErrors.InvalidArn($"Invalid ARN prefix: {arn}");

    private static AwsException WrongParts(string arn) => AwsErrors.InvalidArn($"Wrong number of parts: {arn}");
}
