using System.Diagnostics;
using TaskOrchestration.StatesLanguage.Expressions.JsonPaths;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.StatesLanguage.Expressions.Intrinsics;

/// <summary>One evaluation of a call, from the inside out.</summary>
internal sealed class IntrinsicEvaluation(IPathScope scope, IEntropy entropy)
{
    /// <summary>How many bytes of JSON the arguments of one call may make up. Far above the payload limit; it keeps a call that repeats its input a million times from exhausting the process.</summary>
    private const long LargestArguments = 16 * 1024 * 1024;

    public IntrinsicOutcome Evaluate(IntrinsicArgument argument) => argument switch
    {
        IntrinsicArgument.Literal literal => literal.Value,
        IntrinsicArgument.Text text => text.Value,
        IntrinsicArgument.Path path => LookUp(path.Value),
        IntrinsicArgument.Call call => Call(call),
        _ => throw new UnreachableException($"no value for the argument {argument.GetType()}"),
    };

    private IntrinsicOutcome LookUp(ValuePath path)
    {
        if (path.TryEvaluate(scope, out var value, out var miss))
        {
            return value;
        }

        // The service writes a path into the context object as if it started at $, yet shows the input in either case.
        var written = path.Root == PathRoot.Context ? path.Path.Text : path.Text;
        return IntrinsicOutcome.NoArgument(miss.Kind is PathMissKind.NotFound or PathMissKind.OutOfBounds or PathMissKind.NullRoot
            ? $"The JsonPath argument for the field '{written}' could not be found in the input '{scope.Input}'"
            : miss.Message);
    }

    private IntrinsicOutcome Call(IntrinsicArgument.Call call)
    {
        var values = new Json[call.Arguments.Length];
        var size = 0L;
        for (var i = 0; i < values.Length; i++)
        {
            var outcome = Evaluate(call.Arguments[i]);
            if (outcome.Value is null)
            {
                return outcome;
            }

            values[i] = outcome.Value;
            size += outcome.Value.Utf8Length;
        }

        if (size > LargestArguments)
        {
            return IntrinsicOutcome.Failed($"Expected arguments of at most {LargestArguments} bytes, found {size}");
        }

        return Apply(call, new IntrinsicArguments(values));
    }

    private IntrinsicOutcome Apply(IntrinsicArgument.Call call, IntrinsicArguments arguments) => call.Function switch
    {
        IntrinsicFunction.Format => TextFunctions.Format((call.Arguments[0] as IntrinsicArgument.Text)?.Pieces, arguments),
        IntrinsicFunction.StringSplit => TextFunctions.Split(arguments),
        IntrinsicFunction.StringToJson => JsonFunctions.Read(arguments),
        IntrinsicFunction.JsonToString => JsonFunctions.Write(arguments),
        IntrinsicFunction.JsonMerge => JsonFunctions.Merge(arguments),
        IntrinsicFunction.Array => arguments.ToArray(),
        IntrinsicFunction.ArrayPartition => ArrayFunctions.Partition(arguments),
        IntrinsicFunction.ArrayContains => ArrayFunctions.Contains(arguments),
        IntrinsicFunction.ArrayRange => ArrayFunctions.Range(arguments),
        IntrinsicFunction.ArrayGetItem => ArrayFunctions.GetItem(arguments),
        IntrinsicFunction.ArrayLength => ArrayFunctions.Length(arguments),
        IntrinsicFunction.ArrayUnique => ArrayFunctions.Unique(arguments),
        IntrinsicFunction.Base64Encode => EncodingFunctions.Encode(arguments),
        IntrinsicFunction.Base64Decode => EncodingFunctions.Decode(arguments),
        IntrinsicFunction.Hash => EncodingFunctions.Hash(arguments),
        IntrinsicFunction.MathAdd => MathFunctions.Add(arguments),
        IntrinsicFunction.MathRandom => MathFunctions.Random(arguments, entropy),
        IntrinsicFunction.UUID => JsonString.Of(entropy.NextGuid().ToString()),
        _ => throw new UnreachableException($"no way to apply the function {call.Function}"),
    };
}
