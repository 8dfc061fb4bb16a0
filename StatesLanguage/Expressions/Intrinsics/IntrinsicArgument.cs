using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.StatesLanguage.Expressions.Intrinsics;

/// <summary>An argument as it is written.</summary>
internal abstract class IntrinsicArgument
{
    private IntrinsicArgument() { }

    /// <summary>A number, <c>true</c>, <c>false</c> or <c>null</c>.</summary>
    public sealed class Literal(Json value) : IntrinsicArgument
    {
        public Json Value { get; } = value;
    }

    /// <summary>A text between quotes. <see cref="Pieces"/> is what lies between its unescaped <c>{}</c>.</summary>
    public sealed class Text(string value, string[] pieces) : IntrinsicArgument
    {
        public JsonString Value { get; } = JsonString.Of(value);

        public string[] Pieces { get; } = pieces;
    }

    /// <summary>A value that is looked up.</summary>
    public sealed class Path(ValuePath path) : IntrinsicArgument
    {
        public ValuePath Value { get; } = path;
    }

    /// <summary>What another call gives.</summary>
    public sealed class Call(IntrinsicFunction function, IntrinsicArgument[] arguments) : IntrinsicArgument
    {
        public IntrinsicFunction Function { get; } = function;

        public IntrinsicArgument[] Arguments { get; } = arguments;
    }
}
