namespace TaskOrchestration.StatesLanguage.Expressions.JsonPaths;

/// <summary>How a filter compares.</summary>
internal enum FilterOperator
{
    Equal,
    NotEqual,
    Less,
    LessOrEqual,
    Greater,
    GreaterOrEqual,
    Matches,
}
