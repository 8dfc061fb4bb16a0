using System.Globalization;
using System.Text;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.StatesLanguage.Expressions.Jsonata.Functions;

/// <summary>The template of <c>$replace</c>: <c>$0</c> is the match, <c>$1</c> its first group, <c>$$</c> a dollar sign.</summary>
internal static class ReplacementTemplate
{
    /// <summary>The template with what it refers to put in. A number that is no group's is read with a digit less; a group that took no part is the empty text.</summary>
    public static string Fill(string template, FoundMatch match)
    {
        var result = new StringBuilder(template.Length);
        var position = 0;
        for (var dollar = template.IndexOf('$'); dollar >= 0; dollar = template.IndexOf('$', position))
        {
            result.Append(template, position, dollar - position);
            position = dollar + 1;
            position += Append(result, template, position, match);
        }

        return result.Append(template, position, template.Length - position).ToString();
    }

    /// <summary>Appends what follows a dollar sign, and returns how many characters of the template that took.</summary>
    private static int Append(StringBuilder result, string template, int position, FoundMatch match)
    {
        switch (position < template.Length ? template[position] : '\0')
        {
            case '$':
                result.Append('$');
                return 1;
            case '0':
                result.Append(match.Text);
                return 1;
        }

        var groups = match.Groups;
        var digits = groups.Count == 0 ? 1 : groups.Count.ToString(CultureInfo.InvariantCulture).Length;
        if (Number(template, position, digits) is { } number && digits > 1 && number > groups.Count)
        {
            digits--;
        }

        if (Number(template, position, digits) is not { } group)
        {
            // Not a group: the dollar sign stands for itself.
            result.Append('$');
            return 0;
        }

        if (group >= 1 && group <= groups.Count && groups[group - 1] is JsonString text)
        {
            result.Append(text.Value);
        }

        return group.ToString(CultureInfo.InvariantCulture).Length;
    }

    private static int? Number(string template, int position, int maxDigits)
    {
        var end = position;
        while (end < template.Length && end < position + maxDigits && char.IsAsciiDigit(template[end]))
        {
            end++;
        }

        return end > position ? int.Parse(template.AsSpan(position, end - position), NumberStyles.None, CultureInfo.InvariantCulture) : null;
    }
}
