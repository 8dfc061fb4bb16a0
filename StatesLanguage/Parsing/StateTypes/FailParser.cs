using TaskOrchestration.StatesLanguage.Expressions;
using TaskOrchestration.StatesLanguage.Expressions.Intrinsics;
using TaskOrchestration.StatesLanguage.Parsing.Fields;
using TaskOrchestration.StatesLanguage.States;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.StatesLanguage.Parsing.StateTypes;

/// <summary>Reads a Fail.</summary>
internal static class FailParser
{
    private static readonly FieldRules Rules = new(
        ["Type", "Comment", "QueryLanguage", "Error", "Cause"],
        ["ErrorPath", "CausePath"],
        []);

    public static FailState Parse(string name, FieldReader reader)
    {
        Rules.Check(reader);
        return new FailState
        {
            Name = name,
            Error = Read(reader, "Error"),
            Cause = Read(reader, "Cause"),
        };
    }

    private static Expression? Read(FieldReader reader, string name)
    {
        reader.AtMostOne(name, name + "Path");
        if (reader.Text(name) is { } text)
        {
            return reader.IsJsonata ? JsonataText.Read(JsonString.Of(text), reader.At(name), reader.Scope.Problems) : new Expression.Constant(Json.Of(text));
        }

        var computed = reader.IsJsonata ? null : PathFields.PathOrCall(reader, name + "Path");
        if (computed is Expression.Call { Function.Function: var function } && !AnswersText(function))
        {
            reader.ReportAt(name + "Path", $"Expected an intrinsic function that answers a text, found {function}");
        }

        return computed;
    }

    private static bool AnswersText(IntrinsicFunction function) => function is
        IntrinsicFunction.ArrayGetItem or IntrinsicFunction.Base64Encode or IntrinsicFunction.Base64Decode
        or IntrinsicFunction.Format or IntrinsicFunction.JsonToString or IntrinsicFunction.Hash or IntrinsicFunction.UUID;
}
