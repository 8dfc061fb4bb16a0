using TaskOrchestration.StatesLanguage.States;

namespace TaskOrchestration.StatesLanguage.Validation;

/// <summary>One way that leads out of a state.</summary>
/// <param name="Field">The field that names the target, as a pointer from the state.</param>
/// <param name="Target">The name of the target; empty where the field is missing, which has been reported.</param>
internal readonly record struct Link(string Field, string Target)
{
    /// <summary>All ways out of a state.</summary>
    public static IEnumerable<Link> Of(State state)
    {
        if (Onward(state) is Transition.Next next)
        {
            yield return new Link("Next", next.State);
        }

        if (state is ChoiceState choice)
        {
            for (var i = 0; i < choice.Choices.Count; i++)
            {
                yield return new Link($"Choices[{i}]/Next", choice.Choices[i].Next);
            }

            if (choice.Default is not null)
            {
                yield return new Link("Default", choice.Default);
            }
        }
        else if (state is WorkState work)
        {
            for (var i = 0; i < work.Catch.Count; i++)
            {
                yield return new Link($"Catch[{i}]/Next", work.Catch[i].Next);
            }
        }
    }

    /// <summary>Where a state leads when it succeeds, or null for those that decide otherwise or end.</summary>
    public static Transition? Onward(State state) => state switch
    {
        WorkState work => work.Transition,
        PassState pass => pass.Transition,
        WaitState wait => wait.Transition,
        _ => null,
    };
}
