using TaskOrchestration.StatesLanguage.Expressions.Intrinsics;
using TaskOrchestration.StatesLanguage.Expressions.Jsonata;
using TaskOrchestration.StatesLanguage.States;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.StatesLanguage.Expressions;

/// <summary>A value that is worked out when a state runs: a field of a state, or a payload template with its fields.</summary>
/// <seealso href="https://states-language.net/spec.html#payload-template">Payload Template in the specification</seealso>
public abstract record Expression
{
    private Expression() { }

    /// <summary>The same value always. The parser folds templates without paths into this.</summary>
    public sealed record Constant(Json Value) : Expression;

    /// <summary>What a path finds in the data, the context object or a variable.</summary>
    public sealed record PathTo(ValuePath Path) : Expression;

    /// <summary>What an intrinsic function answers.</summary>
    public sealed record Call(IntrinsicCall Function) : Expression;

    /// <summary>What a JSONata expression answers: a text <c>{% … %}</c>.</summary>
    public sealed record Query(JsonataExpression Jsonata) : Expression
    {
        /// <summary>Whether it may look at the context object, which is then worth making.</summary>
        public bool ReadsContext
        {
            get
            {
                var references = Jsonata.References;
                for (var i = 0; i < references.Count; i++)
                {
                    if (references[i] is { Kind: JsonataReferenceKind.Variable, Name: "states" } states && (states.Path.Count == 0 || states.Path[0] == "context"))
                    {
                        return true;
                    }
                }

                return false;
            }
        }
    }

    /// <summary>An object; a member written with <c>.$</c> holds a <see cref="PathTo"/> or a <see cref="Call"/> under its name without that ending.</summary>
    public sealed record ObjectOf(ValueList<ObjectField> Fields) : Expression;

    /// <summary>A list.</summary>
    public sealed record ListOf(ValueList<Expression> Items) : Expression;
}
