namespace TaskOrchestration.StatesLanguage.Expressions.Intrinsics;

/// <summary>How many arguments each function takes.</summary>
internal static class IntrinsicArity
{
    public static (int Least, int Most) Of(IntrinsicFunction function) => function switch
    {
        IntrinsicFunction.Format => (1, int.MaxValue),
        IntrinsicFunction.Array => (0, int.MaxValue),
        IntrinsicFunction.UUID => (0, 0),
        IntrinsicFunction.ArrayRange or IntrinsicFunction.JsonMerge => (3, 3),
        IntrinsicFunction.MathRandom => (2, 3),
        IntrinsicFunction.ArrayPartition or IntrinsicFunction.ArrayContains or IntrinsicFunction.ArrayGetItem or IntrinsicFunction.Hash
            or IntrinsicFunction.MathAdd or IntrinsicFunction.StringSplit => (2, 2),
        _ => (1, 1),
    };

    public static string Describe((int Least, int Most) arity) => arity switch
    {
        (var least, int.MaxValue) => $"at least {least}",
        var (least, most) when least == most => $"{least}",
        var (least, most) => $"{least} or {most}",
    };
}
