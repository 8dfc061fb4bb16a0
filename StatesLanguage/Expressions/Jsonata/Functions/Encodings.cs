using System.Text;
using TaskOrchestration.StatesLanguage.Expressions.Jsonata.Calls;
using TaskOrchestration.StatesLanguage.Expressions.Jsonata.JavaScript;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.StatesLanguage.Expressions.Jsonata.Functions;

/// <summary>The functions about Base64 and URLs.</summary>
internal static class Encodings
{
    /// <summary>The Base64 of the low byte of each code unit, as JavaScript's <c>btoa</c> has it.</summary>
    public static Json? Base64Encode(Evaluation evaluation, ReadOnlySpan<Json?> arguments)
    {
        if (arguments[0] is not JsonString text)
        {
            return null;
        }

        evaluation.Build(text.Value.Length * 4L / 3, evaluation.Scope.Limits.Characters);
        return evaluation.Text(Convert.ToBase64String([.. text.Value.Select(c => (byte)c)]));
    }

    /// <summary>What Base64 stands for, byte by byte. Of characters the low byte counts; those that are not of its alphabet are passed over; that of URLs is understood too.</summary>
    public static Json? Base64Decode(Evaluation evaluation, ReadOnlySpan<Json?> arguments)
    {
        if (arguments[0] is not JsonString text)
        {
            return null;
        }

        var digits = new StringBuilder(text.Value.Length + 3);
        foreach (var c in text.Value.Select(c => (char)(byte)c).TakeWhile(c => c != '='))
        {
            var digit = c switch { '-' => '+', '_' => '/', _ => c };
            if (char.IsAsciiLetterOrDigit(digit) || digit is '+' or '/')
            {
                digits.Append(digit);
            }
        }

        // A lone last digit has not the bits of a byte.
        var length = digits.Length % 4 == 1 ? digits.Length - 1 : digits.Length;
        var whole = digits.ToString(0, length).PadRight((length + 3) / 4 * 4, '=');
        return Json.Of(Encoding.Latin1.GetString(Convert.FromBase64String(whole)));
    }

    public static Json? EncodeUrlComponent(Evaluation evaluation, ReadOnlySpan<Json?> arguments) => Converted(evaluation, arguments[0], UrlText.EncodeComponent, "encodeUrlComponent");

    public static Json? EncodeUrl(Evaluation evaluation, ReadOnlySpan<Json?> arguments) => Converted(evaluation, arguments[0], UrlText.Encode, "encodeUrl");

    public static Json? DecodeUrlComponent(Evaluation evaluation, ReadOnlySpan<Json?> arguments) => Converted(evaluation, arguments[0], UrlText.DecodeComponent, "decodeUrlComponent");

    public static Json? DecodeUrl(Evaluation evaluation, ReadOnlySpan<Json?> arguments) => Converted(evaluation, arguments[0], UrlText.Decode, "decodeUrl");

    private static Json? Converted(Evaluation evaluation, Json? value, Func<string, string?> convert, string function)
    {
        if (value is not JsonString text)
        {
            return null;
        }

        return convert(text.Value) is { } converted
            ? evaluation.Text(converted)
            : throw new JsonataFailure("D3140") { Value = text, Token = function };
    }
}
