using TaskOrchestration.StatesLanguage.Expressions.Jsonata.Calls;
using TaskOrchestration.StatesLanguage.Expressions.Jsonata.JavaScript;
using TaskOrchestration.StatesLanguage.Expressions.Jsonata.Pictures;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.StatesLanguage.Expressions.Jsonata.Functions;

/// <summary>The functions about dates and times, which are milliseconds since 1970.</summary>
internal static class Moments
{
    public static Json? Now(Evaluation evaluation, ReadOnlySpan<Json?> arguments) =>
        Format(evaluation, evaluation.Scope.Now.ToUnixTimeMilliseconds(), arguments[0], arguments[1]);

    public static Json? Millis(Evaluation evaluation, ReadOnlySpan<Json?> arguments) => Json.Of(evaluation.Scope.Now.ToUnixTimeMilliseconds());

    public static Json? FromMillis(Evaluation evaluation, ReadOnlySpan<Json?> arguments) =>
        arguments[0] is JsonNumber moment ? Format(evaluation, moment.Value, arguments[1], arguments[2]) : null;

    public static Json? ToMillis(Evaluation evaluation, ReadOnlySpan<Json?> arguments)
    {
        if (arguments[0] is not JsonString text)
        {
            return null;
        }

        if (arguments[1] is not JsonString picture)
        {
            var moment = Matcher.Bounded(evaluation, (ref long steps) => DateText.Milliseconds(text.Value, ref steps));
            return JsonNumber.Calculated(moment ?? throw new JsonataFailure("D3110") { Value = text });
        }

        var read = KnownPictures.Moment(picture, evaluation.Options.Dialect);
        var milliseconds = Matcher.Bounded(evaluation, (ref long steps) => MomentReading.Read(text.Value, read, evaluation.Scope.Now, ref steps));
        return milliseconds is { } known ? JsonNumber.Calculated(known) : null;
    }

    private static Json Format(Evaluation evaluation, double milliseconds, Json? picture, Json? zone)
    {
        var read = picture is JsonString given ? KnownPictures.Moment(given, evaluation.Options.Dialect) : MomentPicture.Iso8601;
        var offset = zone is JsonString text ? ZoneOffset.Parse(text.Value) : ZoneOffset.Utc;
        return evaluation.Text(MomentFormat.Write(milliseconds, read, offset ?? throw new JsonataFailure(null) { Text = $"Expected an offset like +0530 as time zone, found \"{((JsonString)zone!).Value}\"" }));
    }
}
