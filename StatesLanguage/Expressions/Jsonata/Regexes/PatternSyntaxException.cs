namespace TaskOrchestration.StatesLanguage.Expressions.Jsonata.Regexes;

/// <summary>A regular expression is not one. The message says what is wrong, in the words of JavaScript.</summary>
internal sealed class PatternSyntaxException(string source, string problem) : FormatException($"Invalid regular expression: /{source}/: {problem}");
