namespace TaskOrchestration.StatesLanguage.Expressions.JsonPaths;

/// <summary>What a reference path may look like, beyond what it may mean.</summary>
internal static class ReferencePathSyntax
{
    public static bool Allows(string text) => text.StartsWith('$');
}
