using TaskOrchestration.StatesLanguage.Expressions;
using TaskOrchestration.StatesLanguage.States;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.StatesLanguage.Executions;

/// <summary>How a Fail state runs. Its own state catches nothing; the Parallel or Map around it may.</summary>
internal static class FailStep
{
    public static void Enter(Execution execution, Strand strand, FailState state)
    {
        if (TryText(execution, strand, state.Error, "Error", out var error, out var failure)
            && TryText(execution, strand, state.Cause, "Cause", out var cause, out failure))
        {
            Failing.Uncaught(execution, strand, new Failure(error, cause));
        }
        else
        {
            Failing.Explained(execution, strand, failure!);
        }
    }

    private static bool TryText(Execution execution, Strand strand, Expression? expression, string field, out string? text, out Failure? failure)
    {
        text = null;
        failure = null;
        if (expression is null)
        {
            return true;
        }

        var query = expression as Expression.Query;
        var shownAs = query is null ? field + "Path" : field;
        if (!DataFlow.TryTemplate(execution, strand, expression, shownAs, strand.Input, out var value, out failure))
        {
            return false;
        }

        text = (value as JsonString)?.Value;
        failure = text is not null ? null
            : query is not null ? QueryFailure.Within(field, QueryFailure.UnexpectedType(query, "string", value))
            : new Failure(Failure.Runtime, $"The {shownAs} field must refer to a string but refers to: {value}");
        return text is not null;
    }
}
