using TaskOrchestration.Orchestrations.Journals;
using TaskOrchestration.StatesLanguage.Executions;

namespace TaskOrchestration.Orchestrations.Engine;

/// <summary>The open executions that are kept in memory: those something has happened to most lately. The others are rebuilt from their journals on demand.</summary>
internal sealed class Residents(int capacity, IJournal journal, Committer committer)
{
    private readonly LinkedList<OpenExecution> byUse = new();

    /// <summary>The state of an execution, which now counts as the one used last. All its facts are durable if it rests.</summary>
    public Execution Touch(OpenExecution execution)
    {
        var state = execution.Execution ??= Rebuild(execution);
        if (execution.Place is { } place)
        {
            byUse.Remove(place);
            byUse.AddLast(place);
        }
        else
        {
            execution.Place = byUse.AddLast(execution);
            LetOldestRest();
        }

        return state;
    }

    /// <summary>Keeps an execution no longer.</summary>
    public void Forget(OpenExecution execution)
    {
        execution.Execution = null;
        if (execution.Place is { } place)
        {
            byUse.Remove(place);
            execution.Place = null;
        }
    }

    private Execution Rebuild(OpenExecution execution)
    {
        var state = new Execution(execution.Machine);
        var ignored = new List<Effect>();
        foreach (var fact in journal.ReadFacts(execution.Key))
        {
            state.Apply(fact, ignored);
            ignored.Clear();
        }

        return state;
    }

    private void LetOldestRest()
    {
        while (byUse.Count > capacity && byUse.First!.Value is var oldest && oldest.LastGroup <= committer.LastCommitted)
        {
            Forget(oldest);
        }
    }
}
