using System.Globalization;
using System.Security.Cryptography;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.StatesLanguage.Executions;

/// <summary>What an execution is born with.</summary>
public sealed record ExecutionStart
{
    /// <summary>The ARN of the execution.</summary>
    public required string ExecutionArn { get; init; }

    /// <summary>The name of the execution.</summary>
    public required string Name { get; init; }

    /// <summary>The ARN of the machine it runs.</summary>
    public required string StateMachineArn { get; init; }

    /// <summary>The name of the machine it runs.</summary>
    public required string StateMachineName { get; init; }

    /// <summary>The number of the version it was started by, or by way of an alias; null where it was started by the machine's own ARN.</summary>
    public int? Version { get; init; }

    /// <summary>The name of the alias it was started by, or null.</summary>
    public string? Alias { get; init; }

    /// <summary>The ARN of the version, or null.</summary>
    public string? StateMachineVersionArn => Version is { } number ? string.Create(CultureInfo.InvariantCulture, $"{StateMachineArn}:{number}") : null;

    /// <summary>The ARN of the alias, or null.</summary>
    public string? StateMachineAliasArn => Alias is null ? null : $"{StateMachineArn}:{Alias}";

    /// <summary>The role it runs as. Shown in the context object and the history.</summary>
    public required string RoleArn { get; init; }

    /// <summary>The input.</summary>
    public required Json Input { get; init; }

    /// <summary>32 random bytes as hexadecimal text. All that looks random in the execution, task tokens included, follows from them, so they are never shown.</summary>
    public required string Seed { get; init; }

    /// <summary>A text that tells this run from every other one, even from an earlier execution of the same name. Follows from the seed but does not give it away.</summary>
    public string RunId => Convert.ToHexStringLower(SHA256.HashData(Convert.FromHexString(Seed)).AsSpan(0, 12));

    /// <summary>The task that has started it, where it is nested in another execution or a child of a Map Run.</summary>
    public ParentTask? Parent { get; init; }

    /// <summary>Whether it is a child of a Map Run of the execution that <see cref="Parent"/> names: no machine of its own has a name with a slash.</summary>
    public bool IsMapRunChild => Parent is not null && StateMachineName.Contains('/', StringComparison.Ordinal);

    /// <summary>Of a child whose Map Run is that of a child: the name of the execution that is no child, however deep this one lies in it. Otherwise null.</summary>
    public string? OutermostName { get; init; }

    /// <summary>The name by which others know the work: its own, or for a child of a Map Run that of the execution whose Map it is.</summary>
    public string RunName => OutermostName ?? (IsMapRunChild ? Parent!.ExecutionArn[(Parent.ExecutionArn.LastIndexOf(':') + 1)..] : Name);

    /// <summary>The test case of a mock configuration whose responses its tasks get in place of real ones; or null.</summary>
    public string? TestCase { get; init; }

    /// <summary>Which revision of the rules the execution keeps to its end.</summary>
    public int Rules { get; init; } = RulesRevision.Current;

    /// <summary>What it may use up.</summary>
    public ExecutionLimits Limits { get; init; } = ExecutionLimits.Standard;

    /// <summary>Whether somebody who asks for that start again, under the same name, means this execution. By way of an alias another version may have been drawn.</summary>
    public bool IsSameWish(ExecutionStart other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return Input.Equals(other.Input) && TestCase == other.TestCase && Alias == other.Alias && (Alias is not null || Version == other.Version);
    }
}
