namespace TaskOrchestration.StatesLanguage.Expressions.Intrinsics;

/// <summary>The functions of the States Language; each is called by <c>States.</c> and its name here.</summary>
/// <seealso href="https://docs.aws.amazon.com/step-functions/latest/dg/intrinsic-functions.html">Intrinsic functions in Step Functions</seealso>
public enum IntrinsicFunction
{
    /// <summary>Fills the <c>{}</c> of a template.</summary>
    Format,

    /// <summary>Reads JSON text. A blank text gives null.</summary>
    StringToJson,

    /// <summary>Writes a value as JSON text.</summary>
    JsonToString,

    /// <summary>An array of the arguments.</summary>
    Array,

    /// <summary>Cuts an array into arrays of a size; the last may be shorter.</summary>
    ArrayPartition,

    /// <summary>Whether an array holds a value.</summary>
    ArrayContains,

    /// <summary>Numbers from a first to a last, both included, by a step; 1,000 at most.</summary>
    ArrayRange,

    /// <summary>An item by its index, counted from 0.</summary>
    ArrayGetItem,

    /// <summary>How many items an array has.</summary>
    ArrayLength,

    /// <summary>An array without repetitions; the first of equals stays.</summary>
    ArrayUnique,

    /// <summary>Writes the UTF-8 of a text of at most 10,000 characters as Base64.</summary>
    Base64Encode,

    /// <summary>Reads Base64 text of at most 10,000 characters.</summary>
    Base64Decode,

    /// <summary>Hashes at most 10,000 characters by MD5, SHA-1, SHA-256, SHA-384 or SHA-512, written in lower-case hexadecimal.</summary>
    Hash,

    /// <summary>Merges two objects; of members with one name the second's counts. Nothing is merged below the top.</summary>
    JsonMerge,

    /// <summary>A whole number from a first on, below a last; with a seed always the same.</summary>
    MathRandom,

    /// <summary>The sum of two whole numbers.</summary>
    MathAdd,

    /// <summary>Splits a text at every one of the characters given; empty parts are left out.</summary>
    StringSplit,

    /// <summary>A new version 4 UUID.</summary>
    UUID,
}
