namespace TaskOrchestration.StatesLanguage.Validation;

/// <summary>What <c>$states</c> holds besides <c>input</c> and <c>context</c>, depending on the field.</summary>
internal enum StatesKnowledge
{
    /// <summary>No more than these: before the work of a state, and in states that do none.</summary>
    Input,

    /// <summary><c>result</c>: once a Task, Parallel or Map has done its work.</summary>
    Result,

    /// <summary><c>errorOutput</c>: in a catcher.</summary>
    ErrorOutput,
}
