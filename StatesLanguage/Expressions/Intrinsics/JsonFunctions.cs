using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.StatesLanguage.Expressions.Intrinsics;

/// <summary>The functions about JSON values as a whole.</summary>
internal static class JsonFunctions
{
    public static IntrinsicOutcome Read(IntrinsicArguments arguments)
    {
        if (!arguments.TryGetText(0, out var text))
        {
            return arguments.Problem;
        }

        if (string.IsNullOrWhiteSpace(text))
        {
            return Json.Null;
        }

        try
        {
            // The service reads a negative zero as the whole number 0.
            return Json.Parse(text) is var value && value is JsonNumber { Text: "-0" } ? JsonNumber.Of(0L) : value;
        }
        catch (JsonSyntaxException e)
        {
            return IntrinsicOutcome.Failed($"Expected JSON text as argument 1: {e.Message}");
        }
    }

    public static IntrinsicOutcome Write(IntrinsicArguments arguments) => JsonString.Of(arguments[0].ToString());

    public static IntrinsicOutcome Merge(IntrinsicArguments arguments)
    {
        if (!arguments.TryGetObject(0, out var first) || !arguments.TryGetObject(1, out var second))
        {
            return arguments.Problem;
        }

        if (arguments[2] is not JsonBoolean { Value: false })
        {
            return IntrinsicOutcome.Failed($"Expected false as argument 3, because only shallow merging is possible, found {arguments[2]}");
        }

        return JsonObject.Of([.. first, .. second]);
    }
}
