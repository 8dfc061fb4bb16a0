namespace TaskOrchestration.Orchestrations.Stores;

/// <summary>When a <see cref="TaskSearch"/> turns from one way to look for a text to the next. What is found is the same; how fast is not.</summary>
/// <param name="Few">Up to how many tasks that may contain the text are sorted without walking the list.</param>
/// <param name="ShortWalk">How far the list is walked for a text that any task may contain.</param>
/// <param name="LongWalk">How far it is walked for one that many contain.</param>
internal sealed record TaskSearchLimits(int Few = 2_000, int ShortWalk = 200, int LongWalk = 4_000);
