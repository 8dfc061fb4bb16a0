using TaskOrchestration.StatesLanguage.Expressions.Jsonata.Calls;
using TaskOrchestration.StatesLanguage.Expressions.Jsonata.Signatures;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.StatesLanguage.Expressions.Jsonata.Operations;

/// <summary>A transformation as a value.</summary>
/// <remarks>Each change shows in what is evaluated for the next, as it does where objects can be changed. So it works on a draft that nobody else has.</remarks>
internal sealed class TransformationFunction(TransformationCode code, Frame? frame) : Function
{
    private static readonly Signature Takes = SignatureParser.Parse("<(oa):o>");

    /// <inheritdoc/>
    public override int Arity => 1;

    /// <inheritdoc/>
    public override Json? Apply(Evaluation evaluation, Json? input, ReadOnlySpan<Json?> arguments)
    {
        if (Takes.Validate(arguments, input, evaluation.Options.Dialect)[0] is not { } given)
        {
            return null;
        }

        if (code.Cloner.Evaluate(input, frame, evaluation) is not Function clone)
        {
            throw new JsonataFailure("T2013") { Position = code.Position };
        }

        var draft = new Draft(evaluation, clone is BuiltIn ? given : evaluation.Call(clone, given));
        var matches = code.Pattern.Evaluate(draft.Root, frame, evaluation);
        if (matches is JsonArray list)
        {
            foreach (var match in list.AsSpan())
            {
                Change(draft, match, evaluation);
            }
        }
        else if (matches is not null)
        {
            Change(draft, matches, evaluation);
        }

        return draft.Finished();
    }

    private void Change(Draft draft, Json match, Evaluation evaluation)
    {
        evaluation.Step();
        var update = code.Update.Evaluate(match, frame, evaluation);
        if (update is JsonObject members)
        {
            draft.Set(match, members);
        }
        else if (update is not null)
        {
            throw new JsonataFailure("T2011") { Value = update, Position = code.UpdatePosition };
        }

        if (code.Delete?.Evaluate(match, frame, evaluation) is { } names)
        {
            Delete(draft, match, names);
        }
    }

    private void Delete(Draft draft, Json match, Json names)
    {
        var all = names is JsonArray list ? list.AsSpan() : [names];
        foreach (var name in all)
        {
            if (name is not JsonString)
            {
                throw new JsonataFailure("T2012") { Value = names, Position = code.DeletePosition };
            }
        }

        foreach (var name in all)
        {
            draft.Delete(match, ((JsonString)name).Value);
        }
    }
}
