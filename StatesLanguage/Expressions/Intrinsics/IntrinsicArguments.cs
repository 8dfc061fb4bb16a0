using System.Diagnostics.CodeAnalysis;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.StatesLanguage.Expressions.Intrinsics;

/// <summary>The values a function is called with, and the check that they are what it takes.</summary>
internal sealed class IntrinsicArguments(Json[] values)
{
    /// <summary>What is wrong with the argument that was asked for last.</summary>
    public IntrinsicOutcome Problem { get; private set; }

    public int Count => values.Length;

    public Json this[int index] => values[index];

    public JsonArray ToArray() => JsonArray.Owning(values);

    public bool TryGetText(int index, [NotNullWhen(true)] out string? text)
    {
        text = (values[index] as JsonString)?.Value;
        return text is not null || Refuse(index, "a string");
    }

    public bool TryGetArray(int index, [NotNullWhen(true)] out JsonArray? array)
    {
        array = values[index] as JsonArray;
        return array is not null || Refuse(index, "an array");
    }

    public bool TryGetObject(int index, [NotNullWhen(true)] out JsonObject? members)
    {
        members = values[index] as JsonObject;
        return members is not null || Refuse(index, "an object");
    }

    /// <summary>A number of 32 bits; one with a fraction is rounded to the nearest whole one, a half up.</summary>
    public bool TryGetWhole(int index, out int number)
    {
        number = 0;
        if (values[index] is not JsonNumber { Value: var value })
        {
            return Refuse(index, "a number");
        }

        var rounded = Math.Floor(value + 0.5);
        if (rounded is < int.MinValue or > int.MaxValue)
        {
            return Refuse(index, $"a number from {int.MinValue} to {int.MaxValue}");
        }

        number = (int)rounded;
        return true;
    }

    private bool Refuse(int index, string expected)
    {
        Problem = IntrinsicOutcome.Failed($"Expected {expected} as argument {index + 1}, found {Describe(values[index])}");
        return false;
    }

    private static string Describe(Json value) => value switch
    {
        JsonNull or JsonBoolean or JsonNumber => value.ToString(),
        JsonString => "a string",
        JsonArray => "an array",
        _ => "an object",
    };
}
