namespace TaskOrchestration.Orchestrations.StatusEvents;

/// <summary>Where something may be due: some executions, or anywhere.</summary>
internal sealed class DeliveryHints
{
    /// <summary>More than so many are not remembered one by one: looking anywhere is quicker then.</summary>
    private const int Most = 1_000;

    private readonly Lock gate = new();
    private HashSet<string>? executions;

    /// <summary>There is something about an execution.</summary>
    public void Add(string executionArn)
    {
        lock (gate)
        {
            if (executions is null || executions.Count >= Most)
            {
                executions = null;
            }
            else
            {
                executions.Add(executionArn);
            }
        }
    }

    /// <summary>There may be something anywhere.</summary>
    public void AddAll()
    {
        lock (gate)
        {
            executions = null;
        }
    }

    /// <summary>Where to look: null for anywhere, empty for nowhere.</summary>
    public IReadOnlyCollection<string>? Take()
    {
        lock (gate)
        {
            var taken = executions;
            executions = [];
            return taken;
        }
    }
}
