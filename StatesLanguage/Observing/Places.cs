using TaskOrchestration.StatesLanguage.Executions;
using TaskOrchestration.StatesLanguage.States;

namespace TaskOrchestration.StatesLanguage.Observing;

/// <summary>Where strands are, for those who look at an execution from outside.</summary>
internal static class Places
{
    /// <summary>The way from the machine to what a strand runs through.</summary>
    public static ValueList<StatePlace> Of(Strand strand)
    {
        List<StatePlace> path = [];
        for (var at = strand; at.Owner is { } owner; at = owner)
        {
            path.Add(new StatePlace(owner.State.Name, at.Index, owner.State is MapState));
        }

        path.Reverse();
        return [.. path];
    }

    /// <summary>A strand and all that run in it, an owner before its children, these by their numbers.</summary>
    public static IEnumerable<Strand> Under(Strand strand)
    {
        yield return strand;
        if (strand.Work is Work.Children children)
        {
            foreach (var inner in children.InOrder().SelectMany(Under))
            {
                yield return inner;
            }
        }
    }
}
