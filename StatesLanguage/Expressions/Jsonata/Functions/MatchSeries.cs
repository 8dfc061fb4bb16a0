using TaskOrchestration.StatesLanguage.Expressions.Jsonata.Calls;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.StatesLanguage.Expressions.Jsonata.Functions;

/// <summary>The matches in a text, one after the other, found by a regular expression or by any function that keeps to the protocol.</summary>
/// <remarks>The protocol: called with a text the function answers nothing, or an object with <c>match</c>, <c>start</c>, <c>end</c>, <c>groups</c> and <c>next</c>, which is called for the match after it.</remarks>
internal sealed class MatchSeries(Evaluation evaluation, Function matcher, string text)
{
    private Function? next;

    /// <summary>The match at hand; null when there is none left.</summary>
    public FoundMatch? Current { get; private set; }

    /// <summary>Goes on to the next match, at first to the first.</summary>
    /// <exception cref="JsonataFailure">The function does not keep to the protocol, or the match takes up no text.</exception>
    public void Advance()
    {
        if (matcher is Matcher regex)
        {
            Current = Current is null ? regex.Find(evaluation, text, 0) : regex.FindNext(evaluation, text, Current);
            return;
        }

        Current = Read(Current is null ? evaluation.Call(matcher, Json.Of(text)) : CallNext());
    }

    private Json? CallNext() => next is null ? null : evaluation.Call(next);

    private FoundMatch? Read(Json? answer)
    {
        if (answer is null or JsonNull)
        {
            return null;
        }

        if (answer is not JsonObject match || !(match["start"] is JsonNumber || match["end"] is JsonNumber || match["groups"] is JsonArray || match["next"] is Function))
        {
            throw new JsonataFailure("T1010");
        }

        next = match["next"] as Function;
        return new FoundMatch(
            match["match"] is JsonString found ? found.Value : "",
            Place(match["start"]),
            Place(match["end"]),
            match["groups"] switch { JsonArray groups => groups, null => JsonArray.Empty, var group => JsonArray.Of(group) });
    }

    private int Place(Json? place) => place is JsonNumber number ? (int)Math.Clamp(number.Value, 0, text.Length) : 0;
}
