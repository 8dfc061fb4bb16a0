namespace TaskOrchestration.StatesLanguage.States;

/// <summary>What of a child execution is its result. Of one that did not succeed it is always what <see cref="None"/> says.</summary>
public enum ResultTransformation
{
    /// <summary>Its description: name, times, status, input and output.</summary>
    None,

    /// <summary>Its output.</summary>
    Compact,

    /// <summary>Its output; of a list, the items.</summary>
    Flatten,
}
