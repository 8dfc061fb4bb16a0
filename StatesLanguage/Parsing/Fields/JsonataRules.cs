using TaskOrchestration.StatesLanguage.Expressions.Jsonata;

namespace TaskOrchestration.StatesLanguage.Parsing.Fields;

/// <summary>What of the language states may not use: there is no input to a state's expressions but <c>$states</c> and variables.</summary>
internal static class JsonataRules
{
    public static void Check(JsonataExpression expression, Place place, ProblemList problems)
    {
        foreach (var reference in expression.References)
        {
            if (Objection(reference) is { } objection)
            {
                problems.Add(ProblemCode.UnsupportedJsonata, objection, place);
            }
        }
    }

    private static string? Objection(JsonataReference reference) => reference.Kind switch
    {
        JsonataReferenceKind.Root => "Expected '$states' or a variable, found '$$', which refers to nothing here",
        JsonataReferenceKind.Field => $"Expected '$states' or a variable, found '{reference.Name}', which refers to nothing here",
        _ => null,
    };
}
