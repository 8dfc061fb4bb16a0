using TaskOrchestration.StatesLanguage.Expressions.Jsonata;
using TaskOrchestration.StatesLanguage.Parsing;
using TaskOrchestration.StatesLanguage.Parsing.Fields;
using TaskOrchestration.StatesLanguage.States;

namespace TaskOrchestration.StatesLanguage.Validation;

/// <summary>JSONata expressions refer to what there is: they have no input but <c>$states</c> and variables, and <c>$states</c> does not hold everything everywhere.</summary>
/// <remarks>Like AWS, this takes any variable for one that may be set, and says of each name only once in an expression that it is not there.</remarks>
/// <seealso href="https://docs.aws.amazon.com/step-functions/latest/dg/transforming-data.html">Transforming data with JSONata</seealso>
internal static class JsonataReferences
{
    public static void Check(PlacedGraph placed, ProblemList problems)
    {
        foreach (var state in placed.Graph.States)
        {
            if (state.QueryLanguage == QueryLanguage.Jsonata)
            {
                foreach (var query in StateQueries.Of(state, placed.PlaceOf(state)))
                {
                    Check(query, problems);
                }
            }
        }
    }

    private static void Check(PlacedQuery placed, ProblemList problems)
    {
        var said = new HashSet<string>(StringComparer.Ordinal);
        foreach (var reference in placed.Query.References)
        {
            if (Objection(reference, placed.Known) is { } objection && said.Add(objection))
            {
                problems.Add(ProblemCode.UnsupportedJsonata, objection, placed.Place, reference.Position);
            }
        }
    }

    private static string? Objection(JsonataReference reference, StatesKnowledge known) => reference.Kind switch
    {
        JsonataReferenceKind.Field => $"Reference to '{reference.Name}' at the top level is not supported.",
        JsonataReferenceKind.Context => "Reference to '$' at the top level is not supported.",
        JsonataReferenceKind.Root => "Reference to '$$' is not supported.",
        JsonataReferenceKind.Variable when reference is { Name: "states", Path: [var field, ..] } && !IsThere(field, known) => $"Field '$states.{field}' does not exist.",
        _ => null,
    };

    private static bool IsThere(string field, StatesKnowledge known) => field switch
    {
        "input" or "context" => true,
        "result" => known == StatesKnowledge.Result,
        "errorOutput" => known == StatesKnowledge.ErrorOutput,
        _ => false,
    };
}
