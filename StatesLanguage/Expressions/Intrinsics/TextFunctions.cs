using System.Text;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.StatesLanguage.Expressions.Intrinsics;

/// <summary>The functions about texts.</summary>
internal static class TextFunctions
{
    /// <summary>
    /// Fills a template. <paramref name="pieces"/> is what lies between the places to fill where the template is written in the call; one that
    /// comes from elsewhere has no escapes, and every <c>{}</c> in it is a place.
    /// </summary>
    public static IntrinsicOutcome Format(string[]? pieces, IntrinsicArguments arguments)
    {
        if (!arguments.TryGetText(0, out var template))
        {
            return arguments.Problem;
        }

        pieces ??= template.Split("{}");
        var places = pieces.Length - 1;
        if (places != arguments.Count - 1)
        {
            return IntrinsicOutcome.Failed($"Expected {places} arguments for the {places} {{}} of the template, found {arguments.Count - 1}");
        }

        var text = new StringBuilder(pieces[0]);
        for (var i = 1; i < pieces.Length; i++)
        {
            JavaText.Append(text, arguments[i]).Append(pieces[i]);
        }

        return JsonString.Of(text.ToString());
    }

    public static IntrinsicOutcome Split(IntrinsicArguments arguments)
    {
        if (!arguments.TryGetText(0, out var text) || !arguments.TryGetText(1, out var separators))
        {
            return arguments.Problem;
        }

        // Without separators Split would take white space for them.
        string[] parts = separators.Length == 0 ? [text] : text.Split(separators.ToCharArray(), StringSplitOptions.RemoveEmptyEntries);
        return JsonArray.Of(parts.Select(JsonString.Of));
    }
}
