namespace TaskOrchestration.StatesLanguage.Expressions.Jsonata.Regexes;

/// <summary>A match took more steps, or remembered more places to go back to, than it may.</summary>
internal sealed class PatternLimitException(string message) : Exception(message);
