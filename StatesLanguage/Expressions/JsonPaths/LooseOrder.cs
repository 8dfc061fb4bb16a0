namespace TaskOrchestration.StatesLanguage.Expressions.JsonPaths;

/// <summary>How two values in a filter relate: texts that look like numbers or booleans are converted to what they meet.</summary>
internal enum LooseOrder
{
    Less,
    Equal,
    Greater,

    /// <summary>The two cannot be compared; every comparison of them is false.</summary>
    None,

    /// <summary>A number meets a text that is no number; the evaluation fails.</summary>
    NotANumber,
}
