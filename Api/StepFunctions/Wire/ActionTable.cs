using System.Collections.Frozen;

namespace TaskOrchestration.Api.StepFunctions.Wire;

/// <summary>From the header <c>X-Amz-Target</c> to the action it names.</summary>
public sealed class ActionTable(IEnumerable<IAction> actions)
{
    private const string Prefix = "AWSStepFunctions.";

    private readonly FrozenDictionary<string, IAction> byTarget = actions.ToFrozenDictionary(action => Prefix + action.Name);

    /// <summary>The action a target names.</summary>
    /// <exception cref="AwsException">AWS has no such action.</exception>
    public IAction Named(string? target)
    {
        if (string.IsNullOrEmpty(target))
        {
            throw AwsErrors.UnknownOperation($"Expected the header X-Amz-Target: {Prefix}<Action>, found none.");
        }

        return byTarget.TryGetValue(target, out var action)
            ? action
            : throw AwsErrors.UnknownOperation($"Expected the header X-Amz-Target to name an action of AWS Step Functions, found '{target}'.");
    }
}
