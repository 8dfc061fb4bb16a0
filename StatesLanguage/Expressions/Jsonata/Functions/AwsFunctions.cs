using System.Security.Cryptography;
using System.Text;
using TaskOrchestration.StatesLanguage.Expressions.Jsonata.Calls;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.StatesLanguage.Expressions.Jsonata.Functions;

/// <summary>The functions that Step Functions adds to the language.</summary>
internal static class AwsFunctions
{
    /// <summary>The list cut into lists of a size; the last may be shorter.</summary>
    public static Json? Partition(Evaluation evaluation, ReadOnlySpan<Json?> arguments)
    {
        if (arguments is not [JsonArray items, JsonNumber size, ..])
        {
            return null;
        }

        if (!(size.Value >= 1) || size.Value != Math.Truncate(size.Value))
        {
            throw new JsonataFailure(null) { Text = "Expected a whole number of at least 1 as argument 2 of function \"partition\"" };
        }

        evaluation.BuildItems(items.Count);
        return evaluation.Nested(JsonArray.Owning([.. items.Chunk((int)Math.Min(size.Value, int.MaxValue)).Select(chunk => (Json)JsonArray.Owning(chunk))]));
    }

    /// <summary>The numbers from the first up to the second, a third apart. A lone number comes without a list, as on the service.</summary>
    public static Json? Range(Evaluation evaluation, ReadOnlySpan<Json?> arguments)
    {
        if (arguments is not [JsonNumber first, JsonNumber last, JsonNumber step, ..])
        {
            return null;
        }

        var distance = (last.Value - first.Value) / step.Value;
        if (step.Value == 0 || !double.IsFinite(distance))
        {
            throw new JsonataFailure(null) { Text = "Expected a number other than 0 as argument 3 of function \"range\"" };
        }

        evaluation.BuildItems((long)Math.Min(Math.Max(0, distance + 1), int.MaxValue));
        var numbers = new ListBuilder(evaluation);
        for (var i = 0; i <= distance; i++)
        {
            numbers.Add(JsonNumber.Calculated(first.Value + (i * step.Value)));
        }

        return numbers.ToSequence();
    }

    public static Json? Hash(Evaluation evaluation, ReadOnlySpan<Json?> arguments)
    {
        if (arguments is not [JsonString text, JsonString algorithm, ..])
        {
            return null;
        }

        var hash = Hash(Encoding.UTF8.GetBytes(text.Value), algorithm.Value)
            ?? throw new JsonataFailure(null) { Text = $"Expected MD5, SHA-1, SHA-256, SHA-384 or SHA-512 as argument 2 of function \"hash\", found \"{algorithm.Value}\"" };
        return Json.Of(Convert.ToHexStringLower(hash));
    }

    /// <summary>A random number; with a seed the first that <c>java.util.Random</c> gives for it.</summary>
    public static Json? Random(Evaluation evaluation, ReadOnlySpan<Json?> arguments) =>
        JsonNumber.Calculated(arguments[0] is JsonNumber seed ? new JavaRandom((long)seed.Value).NextDouble() : evaluation.Scope.NextDouble());

    public static Json? Uuid(Evaluation evaluation, ReadOnlySpan<Json?> arguments) => Json.Of(evaluation.Scope.NextUuid().ToString());

    /// <summary>The value that a JSON text stands for.</summary>
    public static Json? Parse(Evaluation evaluation, ReadOnlySpan<Json?> arguments)
    {
        if (arguments[0] is not JsonString text)
        {
            return null;
        }

        try
        {
            evaluation.Build(text.Value.Length, int.MaxValue);
            return evaluation.Nested(Json.Parse(text.Value));
        }
        catch (JsonSyntaxException e)
        {
            throw new JsonataFailure(null) { Text = $"Expected JSON as argument 1 of function \"parse\": {e.Message}" };
        }
    }

    // What the language offers includes algorithms that no longer protect anything; people use them as checksums.
#pragma warning disable CA5350, CA5351
    private static byte[]? Hash(byte[] bytes, string algorithm) => algorithm switch
    {
        "MD5" => MD5.HashData(bytes),
        "SHA-1" => SHA1.HashData(bytes),
        "SHA-256" => SHA256.HashData(bytes),
        "SHA-384" => SHA384.HashData(bytes),
        "SHA-512" => SHA512.HashData(bytes),
        _ => null,
    };
#pragma warning restore CA5350, CA5351
}
