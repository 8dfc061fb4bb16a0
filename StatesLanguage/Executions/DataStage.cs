namespace TaskOrchestration.StatesLanguage.Executions;

/// <summary>A point on the way of data through a state.</summary>
public enum DataStage
{
    /// <summary>What InputPath left of the input.</summary>
    InputPath,

    /// <summary>What Parameters, or Arguments, made of it.</summary>
    Arguments,

    /// <summary>The items that ItemsPath, or Items, found.</summary>
    ItemsPath,

    /// <summary>The items that ItemsPointer found in what an ItemReader has read.</summary>
    ItemsPointer,

    /// <summary>What ItemSelector made of each item: a list.</summary>
    ItemSelector,

    /// <summary>The inputs that ItemBatcher put together: a list.</summary>
    ItemBatcher,

    /// <summary>How many iterations may run at once; 0 for no limit.</summary>
    MaxConcurrency,

    /// <summary>How many iterations may fail.</summary>
    ToleratedFailureCount,

    /// <summary>Which share of the iterations may fail, from 0 to 100.</summary>
    ToleratedFailurePercentage,

    /// <summary>The result of the work.</summary>
    Result,

    /// <summary>What ResultSelector made of the result.</summary>
    ResultSelector,

    /// <summary>The input with the result where ResultPath puts it.</summary>
    ResultPath,
}
