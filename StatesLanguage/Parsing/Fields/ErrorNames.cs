using TaskOrchestration.StatesLanguage.States;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.StatesLanguage.Parsing.Fields;

/// <summary>Reads the <c>ErrorEquals</c> of a retrier or a catcher.</summary>
internal static class ErrorNames
{
    private const string Name = "ErrorEquals";
    private const string All = "States.ALL";

    /// <summary>The error names; those that break a rule are reported.</summary>
    /// <param name="reader">The retrier or catcher.</param>
    /// <param name="isLast">Whether it is the last of its list; only there <c>States.ALL</c> may stand.</param>
    public static ValueList<string> Read(FieldReader reader, bool isLast)
    {
        var names = new List<string>();
        reader.RequireItems(Name);
        if (reader.List(Name) is { } items)
        {
            for (var i = 0; i < items.Count; i++)
            {
                if (items[i] is JsonString text)
                {
                    names.Add(text.Value);
                }
                else
                {
                    reader.Scope.Problems.Add(ProblemCode.Schema, Mismatch.Of("String"), reader.At(Name).Item(i), items[i]);
                }
            }
        }

        if (names.Contains(All) && (names.Count > 1 || !isLast))
        {
            reader.ReportAt(Name, names.Count > 1
                ? $"Expected {All} to stand alone, found it with other error names"
                : $"Expected {All} only in the last element, found it before others");
        }

        return [.. names];
    }
}
