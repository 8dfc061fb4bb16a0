namespace TaskOrchestration.Orchestrations.Catalog;

/// <summary>How much there may be of everything at once. The section <c>Quotas</c> of the settings; as AWS has it for an account, if nothing is said.</summary>
public sealed record AccountQuotas
{
    /// <summary>State machines.</summary>
    public int StateMachines { get; init; } = 100_000;

    /// <summary>Activities.</summary>
    public int Activities { get; init; } = 100_000;

    /// <summary>STANDARD executions that have begun and not ended. Children of Map Runs count, and are never turned away.</summary>
    public int OpenExecutions { get; init; } = 1_000_000;

    /// <summary>Finds what cannot work.</summary>
    /// <exception cref="InvalidDataException">It says what.</exception>
    public AccountQuotas Checked()
    {
        foreach (var (name, number) in new[] { (nameof(StateMachines), StateMachines), (nameof(Activities), Activities), (nameof(OpenExecutions), OpenExecutions) })
        {
            if (number < 1)
            {
                throw new InvalidDataException($"The settings are wrong: expected Quotas:{name} to be at least 1, found {number}.");
            }
        }

        return this;
    }
}
