namespace TaskOrchestration.StatesLanguage.States;

/// <summary>How a file of results is written.</summary>
public enum ResultOutputType
{
    /// <summary>One array.</summary>
    Json,

    /// <summary>One value a line.</summary>
    Jsonl,
}
