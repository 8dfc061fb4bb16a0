using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using TaskOrchestration.StatesLanguage.Expressions;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.StatesLanguage.Executions;

/// <summary>Works out expressions. A failure's cause has no "An error occurred while executing the state …" yet; the caller knows the state.</summary>
internal static class Evaluation
{
    /// <summary>The value of an expression.</summary>
    /// <param name="expression">The expression.</param>
    /// <param name="field">The name of the field it stands in, for messages: <c>ErrorPath</c>, or <c>amount.$</c>.</param>
    /// <param name="scope">What paths see.</param>
    /// <param name="entropy">What random functions draw from.</param>
    /// <param name="value">The value.</param>
    /// <param name="failure">Why there is none.</param>
    public static bool TryEvaluate(
        Expression expression,
        string field,
        EvaluationScope scope,
        Entropy entropy,
        [NotNullWhen(true)] out Json? value,
        [NotNullWhen(false)] out Failure? failure)
    {
        if (TryWorkOut(expression, field, scope, entropy, out value, out failure))
        {
            return true;
        }

        failure = QueryFailure.Within(field, failure);
        return false;
    }

    /// <summary>What a path finds.</summary>
    public static bool TryFollow(ValuePath path, string field, EvaluationScope scope, [NotNullWhen(true)] out Json? value, [NotNullWhen(false)] out Failure? failure)
    {
        failure = null;
        if (path.TryEvaluate(scope, out value))
        {
            return true;
        }

        // AWS quotes what the path was looked up in; a variable that does not exist has nothing to quote but the input.
        var lookedIn = path.TryGetRoot(scope, out var root) ? root : scope.Input;
        failure = new Failure(Failure.Runtime, $"The JSONPath '{path.Text}' specified for the field '{field}' could not be found in the input '{lookedIn}'");
        return false;
    }

    private static bool TryWorkOut(
        Expression expression,
        string field,
        EvaluationScope scope,
        Entropy entropy,
        [NotNullWhen(true)] out Json? value,
        [NotNullWhen(false)] out Failure? failure)
    {
        failure = null;
        switch (expression)
        {
            case Expression.Constant constant:
                value = constant.Value;
                return true;
            case Expression.PathTo pathTo:
                return TryFollow(pathTo.Path, field, scope, out value, out failure);
            case Expression.Call call:
                var result = call.Function.Evaluate(scope, entropy);
                value = result.Succeeded ? result.Value : null;
                failure = result.Failure is { } refused ? new Failure(refused.Error, refused.Cause) : null;
                return result.Succeeded;
            case Expression.Query query:
                return TryAnswer(query, scope, entropy, out value, out failure);
            case Expression.ObjectOf template:
                return TryBuildObject(template, scope, entropy, out value, out failure);
            case Expression.ListOf list:
                return TryBuildList(list, field, scope, entropy, out value, out failure);
            default:
                throw new UnreachableException($"no evaluation for {expression.GetType().Name}");
        }
    }

    private static bool TryAnswer(Expression.Query query, EvaluationScope scope, Entropy entropy, [NotNullWhen(true)] out Json? value, [NotNullWhen(false)] out Failure? failure)
    {
        var result = query.Jsonata.Evaluate(input: null, new JsonataScope(scope, entropy, query));
        value = result.Value;
        failure = result switch
        {
            { Error: { } error } => QueryFailure.Thrown(query, error),
            { IsFunction: true } => QueryFailure.Function(query),
            { Value: null } => QueryFailure.Undefined(query),
            _ => null,
        };
        return failure is null;
    }

    private static bool TryBuildObject(Expression.ObjectOf template, EvaluationScope scope, Entropy entropy, out Json? value, out Failure? failure)
    {
        var names = new string[template.Fields.Count];
        var values = new Json[template.Fields.Count];
        for (var i = 0; i < names.Length; i++)
        {
            var field = template.Fields[i];
            var shownAs = field.Value is Expression.PathTo or Expression.Call ? field.Name + ".$" : field.Name;
            if (!TryWorkOut(field.Value, shownAs, scope, entropy, out var member, out failure))
            {
                failure = QueryFailure.Within($"/{field.Name}", failure);
                value = null;
                return false;
            }

            names[i] = field.Name;
            values[i] = member;
        }

        failure = null;
        value = JsonObject.Owning(names, values);
        return true;
    }

    private static bool TryBuildList(Expression.ListOf list, string field, EvaluationScope scope, Entropy entropy, out Json? value, out Failure? failure)
    {
        var items = new Json[list.Items.Count];
        for (var i = 0; i < items.Length; i++)
        {
            if (!TryWorkOut(list.Items[i], field, scope, entropy, out var item, out failure))
            {
                failure = QueryFailure.Within($"[{i}]", failure);
                value = null;
                return false;
            }

            items[i] = item;
        }

        failure = null;
        value = JsonArray.Owning(items);
        return true;
    }
}
