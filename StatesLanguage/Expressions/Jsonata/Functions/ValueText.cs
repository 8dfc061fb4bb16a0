using System.Text;
using TaskOrchestration.StatesLanguage.Expressions.Jsonata.Calls;
using TaskOrchestration.StatesLanguage.Expressions.Jsonata.JavaScript;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.StatesLanguage.Expressions.Jsonata.Functions;

/// <summary>Values as <c>$string</c> and <c>&amp;</c> write them: a text as it is, anything else as JSON with numbers of 15 digits; a function is the empty text.</summary>
internal sealed class ValueText
{
    private const int IndentWidth = 2;

    private readonly Evaluation evaluation;
    private readonly bool isPretty;
    private readonly StringBuilder text = new();

    private ValueText(Evaluation evaluation, bool isPretty)
    {
        this.evaluation = evaluation;
        this.isPretty = isPretty;
    }

    /// <summary>The text of a value, as a value.</summary>
    /// <exception cref="JsonataFailure">A number is infinite or none, or the text grows too long.</exception>
    public static Json Of(Evaluation evaluation, Json value, bool isPretty = false)
    {
        switch (value)
        {
            case JsonString:
                return value;
            case Function:
                return JsonString.Empty;
            case JsonNumber number:
                return double.IsFinite(number.Value) ? Json.Of(Digits(evaluation, number.Value)) : throw new JsonataFailure("D3001") { Value = value };
            case JsonBoolean or JsonNull:
                return Json.Of(value.ToString());
        }

        var writing = new ValueText(evaluation, isPretty);
        writing.Write(value is JsonArray { Role: var role, Count: > 0 } list && role.HasFlag(ArrayRole.Wrapper) ? list[0] : value, depth: 0);
        return evaluation.Text(writing.text.ToString());
    }

    /// <summary>A number with 15 digits; since 2.2 a whole one with all it has.</summary>
    private static string Digits(Evaluation evaluation, double number) =>
        evaluation.Options.Dialect == JsonataDialect.Jsonata22 && number == Math.Truncate(number) ? NumberText.Shortest(number) : NumberText.Rounded(number);

    private void Write(Json value, int depth)
    {
        switch (value)
        {
            case Function:
                text.Append("\"\"");
                break;
            case JsonNumber number:
                text.Append(Calls.Numbers.Finite(number) ? Digits(evaluation, number.Value) : "null");
                break;
            case JsonArray list:
                WriteList(list, depth);
                break;
            case JsonObject members:
                WriteObject(members, depth);
                break;
            default:
                text.Append(value.ToString());
                break;
        }
    }

    private void WriteList(JsonArray list, int depth)
    {
        text.Append('[');
        for (var i = 0; i < list.Count; i++)
        {
            Separate(i, depth + 1);
            Write(list[i], depth + 1);
        }

        Close(list.Count, depth, ']');
    }

    private void WriteObject(JsonObject members, int depth)
    {
        text.Append('{');
        for (var i = 0; i < members.Count; i++)
        {
            Separate(i, depth + 1);
            text.Append(Json.Of(members.Names[i]).ToString()).Append(isPretty ? ": " : ":");
            Write(members.Values[i], depth + 1);
        }

        Close(members.Count, depth, '}');
    }

    private void Separate(int index, int depth)
    {
        // The same value may be held many times over, so that its text is far longer than the value is large.
        if (text.Length > evaluation.Scope.Limits.Characters)
        {
            evaluation.Build(text.Length, evaluation.Scope.Limits.Characters);
        }

        if (index > 0)
        {
            text.Append(',');
        }

        Indent(depth);
    }

    private void Close(int count, int depth, char bracket)
    {
        if (count > 0)
        {
            Indent(depth);
        }

        text.Append(bracket);
    }

    private void Indent(int depth)
    {
        if (isPretty)
        {
            text.Append('\n').Append(' ', depth * IndentWidth);
        }
    }
}
