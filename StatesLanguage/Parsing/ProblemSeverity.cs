namespace TaskOrchestration.StatesLanguage.Parsing;

/// <summary>Whether a problem keeps a machine from being created.</summary>
public enum ProblemSeverity
{
    /// <summary>The machine cannot be created.</summary>
    Error,

    /// <summary>The machine can be created, but its author should look.</summary>
    Warning,
}
