using TaskOrchestration.StatesLanguage.Expressions;
using TaskOrchestration.StatesLanguage.Expressions.Jsonata;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.StatesLanguage.Executions;

/// <summary>The failures of JSONata states, in AWS's words. They can be retried and caught.</summary>
/// <remarks>
/// An expression does not know where it stands: a failure begins with no location and gets it step by step, with <see cref="Within"/>, on its way out
/// of the template. So nothing need be known of places as long as all goes well.
/// </remarks>
internal static class QueryFailure
{
    /// <summary>jsonata's code for everything that took too much; AWS leaves it out.</summary>
    private const string LimitExceeded = "U1001";

    /// <summary>The expression came to nothing.</summary>
    public static Failure Undefined(Expression.Query query) => Of(query, "returned nothing (undefined).");

    /// <summary>The expression could not be worked out.</summary>
    public static Failure Thrown(Expression.Query query, JsonataError error) => Of(
        query,
        $"threw an error during evaluation{(error.Code is null or LimitExceeded ? $": {error.Message}" : $". {error.Code}: {error.Message}")}");

    /// <summary>The expression came to a function, which is no value.</summary>
    public static Failure Function(Expression.Query query) =>
        Of(query, "returned an unexpected result type. Expected a JSON value, but was 'function'");

    /// <summary>The expression came to a value that the field cannot take.</summary>
    public static Failure UnexpectedType(Expression.Query query, string expected, Json value) =>
        Of(query, $"returned an unexpected result type. Expected '{expected}', but was '{NameOf(value)}' for value: {value}");

    /// <summary>The expression came to a number that the field cannot take.</summary>
    public static Failure OutOfRange(Expression.Query query, string expected, Json value) =>
        Of(query, $"returned a value that is out of range. Expected {expected}, but was: {value}");

    /// <summary>A field holds what it cannot take, which no expression of its own is to blame for.</summary>
    public static Failure InField(string? location, string complaint, bool isAfterEntry = false) =>
        Of(new EvaluationSite(location, Expression: null, complaint) { IsAfterEntry = isAfterEntry });

    /// <summary>The failure, located within a field, a member (<c>/name</c>) or an item (<c>[0]</c>). Failures of another kind stay as they are.</summary>
    public static Failure Within(string outer, Failure failure) =>
        failure.Site is { } site ? Of(site with { Location = outer + site.Location }) : failure;

    private static Failure Of(Expression.Query query, string complaint) => Of(new EvaluationSite(Location: "", query.Jsonata.Text, complaint));

    private static Failure Of(EvaluationSite site) =>
        new(
            Failure.QueryEvaluationError,
            site.Expression is null ? site.Complaint : $"The JSONata expression '{site.Expression}' specified for the field '{site.Location}' {site.Complaint}")
        {
            Site = site,
        };

    private static string NameOf(Json value) => value.Kind switch
    {
        JsonKind.Number => "number",
        JsonKind.String => "string",
        JsonKind.Array => "array",
        JsonKind.Object => "object",
        JsonKind.Null => "null",
        _ => "boolean",
    };
}
