using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.Conformance.Tests.Plausible;

/// <summary>What functions of both languages ask of their arguments.</summary>
internal static class FunctionWishes
{
    /// <summary>Adds what a function asks, if it asks anything.</summary>
    /// <param name="function">The name, without what goes before it.</param>
    /// <param name="at">Which argument, counted from 0.</param>
    /// <param name="wish">The wish for the argument.</param>
    public static void Demand(string function, int at, Wish wish)
    {
        switch (function)
        {
            case "ArrayGetItem" or "ArrayPartition" or "partition" when at == 1:
                wish.Scalars.Add(Json.Of(1));
                break;
            case "Hash" or "hash" when at == 1:
                wish.Scalars.Add(Json.Of("SHA-256"));
                break;
            case "ArrayContains" or "StringSplit" when at == 1:
                break;
            case "ArrayPartition" or "ArrayContains" or "ArrayGetItem" or "ArrayLength" or "ArrayUnique" or "partition":
                wish.IsList = true;
                break;
            case "MathAdd" or "MathRandom" or "ArrayRange" or "number" or "floor" or "ceil" or "round" or "abs" or "sum" or "max" or "min" or "average" or "range" or "fromMillis":
                wish.Scalars.UnionWith(Samples.Numbers);
                break;
            case "StringToJson" or "parse":
                wish.IsJsonText = true;
                break;
            case "Base64Decode" or "base64decode":
                wish.Scalars.Add(Samples.Base64);
                break;
            case "toMillis":
                wish.Scalars.Add(Samples.Moment);
                break;
            case "JsonMerge" or "keys" or "lookup" or "merge" or "each" or "sift":
                wish.IsWhole = true;
                break;
        }
    }
}
