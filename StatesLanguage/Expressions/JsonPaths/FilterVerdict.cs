namespace TaskOrchestration.StatesLanguage.Expressions.JsonPaths;

/// <summary>What came of testing a value.</summary>
internal enum FilterVerdict
{
    Fails,
    Passes,

    /// <summary>The test could not be carried out; the evaluation ends.</summary>
    Broken,
}
