namespace TaskOrchestration.StatesLanguage.Expressions.Jsonata.Signatures;

/// <summary>What messages call the types of a signature.</summary>
internal static class TypeNames
{
    /// <summary>Several values of a type; null for one that has no such name.</summary>
    public static string? Plural(string type) => type switch
    {
        "a" => "arrays",
        "b" => "booleans",
        "f" => "functions",
        "n" => "numbers",
        "o" => "objects",
        "s" => "strings",
        _ => null,
    };
}
