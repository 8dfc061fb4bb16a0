namespace TaskOrchestration.StatesLanguage.Values;

/// <summary>What part a list plays in a JSONata evaluation under way. A list that has left it plays none.</summary>
[Flags]
internal enum ArrayRole : byte
{
    /// <summary>A list like any other.</summary>
    None = 0,

    /// <summary>The results of a path or function, which become nothing or a lone value where there are so few.</summary>
    Sequence = 1,

    /// <summary>A sequence that stays a list with a single item.</summary>
    KeepsSingleton = 2,

    /// <summary>Written as a list within a path (<c>a.[b]</c>): an item of the results, not more results.</summary>
    Constructed = 4,

    /// <summary>Stands around the input, which is itself a list.</summary>
    Wrapper = 8,
}
