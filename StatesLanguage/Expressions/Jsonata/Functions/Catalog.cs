using System.Collections.Frozen;
using TaskOrchestration.StatesLanguage.Expressions.Jsonata.Calls;

namespace TaskOrchestration.StatesLanguage.Expressions.Jsonata.Functions;

/// <summary>The functions of the library by name, as an expression sees them.</summary>
internal static class Catalog
{
    private static readonly FrozenDictionary<string, BuiltIn> Plain = Library.Core
        .ToFrozenDictionary(function => function.Name, StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, BuiltIn> Aws = Library.Core
        .Where(function => function.Name != "eval")
        .Concat(Library.Aws)
        .GroupBy(function => function.Name, StringComparer.Ordinal)
        .ToFrozenDictionary(named => named.Key, named => named.Last(), StringComparer.Ordinal);

    /// <summary>The function of that name, null if there is none.</summary>
    public static Function? Function(this JsonataOptions options, string name) => (options.IsAws ? Aws : Plain).GetValueOrDefault(name);
}
