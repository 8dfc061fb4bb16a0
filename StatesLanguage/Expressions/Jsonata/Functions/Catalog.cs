using System.Collections.Frozen;
using TaskOrchestration.StatesLanguage.Expressions.Jsonata.Calls;

namespace TaskOrchestration.StatesLanguage.Expressions.Jsonata.Functions;

/// <summary>The functions of the library by name, as an expression sees them.</summary>
internal static class Catalog
{
    private static readonly FrozenDictionary<string, Function> Plain = Library.Core
        .Select(function => KeyValuePair.Create(function.Name, (Function)function))
        .Append(KeyValuePair.Create("eval", (Function)new EvalFunction()))
        .ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, Function> Aws = Library.Core
        .Concat(Library.Aws)
        .GroupBy(function => function.Name, StringComparer.Ordinal)
        .ToFrozenDictionary(named => named.Key, named => (Function)named.Last(), StringComparer.Ordinal);

    /// <summary>The function of that name, null if there is none.</summary>
    public static Function? Function(this JsonataOptions options, string name) => (options.IsAws ? Aws : Plain).GetValueOrDefault(name);
}
