using TaskOrchestration.StatesLanguage.Expressions.Jsonata.Calls;

namespace TaskOrchestration.StatesLanguage.Expressions.Jsonata.Functions;

/// <summary>Every function of the library.</summary>
internal static class Library
{
    /// <summary>The functions of the language itself.</summary>
    public static IReadOnlyList<BuiltIn> Core { get; } = [];

    /// <summary>AWS's own, which are there besides, or instead of the language's function of the same name.</summary>
    public static IReadOnlyList<BuiltIn> Aws { get; } = [];
}
