using TaskOrchestration.StatesLanguage.Expressions.Jsonata.Calls;
using TaskOrchestration.StatesLanguage.Expressions.Jsonata.Regexes;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.StatesLanguage.Expressions.Jsonata.Functions;

/// <summary>A regular expression as a value: a function of a text, which finds the first match in it.</summary>
internal sealed class Matcher : Function
{
    /// <summary>How many steps one search may take; a tenth of a second or so.</summary>
    private const long MaxSteps = 20_000_000;

    /// <summary>How many steps of a search weigh as much as the evaluation of a part of an expression.</summary>
    private const long StepsPerStep = 16;

    private readonly Pattern pattern;

    /// <summary>Reads a regular expression.</summary>
    /// <param name="pattern">What stands between the slashes.</param>
    /// <param name="flags">What follows them: <c>i</c> ignores case, <c>m</c> has <c>^</c> and <c>$</c> match at the ends of lines.</param>
    /// <exception cref="PatternSyntaxException">It is not a regular expression.</exception>
    public Matcher(string pattern, string flags)
    {
        ArgumentNullException.ThrowIfNull(flags);
        this.pattern = Pattern.Parse(pattern, flags.Contains('i'), flags.Contains('m'));
    }

    /// <summary>Part of a search, which counts its steps down.</summary>
    public delegate T Search<out T>(ref long steps);

    /// <inheritdoc/>
    public override int Arity => 2;

    /// <summary>Runs a search within the limits of the evaluation.</summary>
    /// <exception cref="JsonataFailure">It takes too long.</exception>
    public static T Bounded<T>(Evaluation evaluation, Search<T> search)
    {
        var steps = MaxSteps;
        try
        {
            return search(ref steps);
        }
        catch (PatternLimitException)
        {
            throw new JsonataFailure("U1001") { Text = "Expression evaluation timeout: Check for infinite loop" };
        }
        finally
        {
            evaluation.Step((MaxSteps - steps) / StepsPerStep);
        }
    }

    /// <inheritdoc/>
    public override Json? Apply(Evaluation evaluation, Json? input, ReadOnlySpan<Json?> arguments)
    {
        var from = arguments is [_, JsonNumber { Value: > 0 } start, ..] ? (int)Math.Min(start.Value, int.MaxValue) : 0;
        return arguments is [JsonString text, ..] && Find(evaluation, text.Value, from) is { } found ? found.ToJson(Next(text.Value, found)) : null;
    }

    /// <summary>The first match from a place on.</summary>
    public FoundMatch? Find(Evaluation evaluation, string text, int from) =>
        from <= text.Length && Bounded(evaluation, (ref long steps) => pattern.Match(text, from, ref steps)) is { } match
            ? new FoundMatch(match.Text, match.Start, match.End, Groups(match))
            : null;

    /// <summary>The match after another. One that takes up no text would be found for ever.</summary>
    /// <exception cref="JsonataFailure">The match takes up no text.</exception>
    public FoundMatch? FindNext(Evaluation evaluation, string text, FoundMatch previous)
    {
        var next = previous.End < text.Length ? Find(evaluation, text, previous.End) : null;
        return next is { Text.Length: 0 } ? throw new JsonataFailure("D1004") { Value = Json.Of(pattern.Source) } : next;
    }

    private BuiltIn Next(string text, FoundMatch found) =>
        new("next", signature: null, (evaluation, _) => FindNext(evaluation, text, found) is { } next ? next.ToJson(Next(text, next)) : null);

    private static JsonArray Groups(PatternMatch match) => JsonArray.Owning([.. match.Groups.Select(group => group is null ? Json.Null : Json.Of(group))]);
}
