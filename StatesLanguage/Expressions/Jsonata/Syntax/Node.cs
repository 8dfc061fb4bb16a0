using TaskOrchestration.StatesLanguage.Expressions.Jsonata.Signatures;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.StatesLanguage.Expressions.Jsonata.Syntax;

/// <summary>A part of an expression. First as the parser reads it; <see cref="Shaper"/> then makes paths of its dots, names and brackets.</summary>
/// <param name="start">The offset of the first character of the token that it is named for.</param>
/// <param name="position">The offset behind that token: what errors tell.</param>
internal abstract class Node(int start, int position)
{
    /// <summary>The offset of the first character of the token that it is named for.</summary>
    public int Start { get; } = start;

    /// <summary>The offset behind that token: what errors tell.</summary>
    public int Position { get; } = position;

    /// <summary>What an error calls a part of this kind.</summary>
    public abstract string Type { get; }

    /// <summary>Whether <c>[]</c> follows: a lone result stays a list.</summary>
    public bool KeepsArray { get; set; }

    /// <summary>The predicates that follow, where this is not a step of a path.</summary>
    public List<Stage>? Predicates { get; set; }

    /// <summary>The predicates and index bindings that follow, where this is a step of a path.</summary>
    public List<Stage>? Stages { get; set; }

    /// <summary>The grouping that follows.</summary>
    public Grouping? Group { get; set; }

    /// <summary>The variable of <c>@$v</c>.</summary>
    public string? Focus { get; set; }

    /// <summary>The variable of <c>#$i</c>.</summary>
    public string? Index { get; set; }

    /// <summary>The label under which a later <c>%</c> finds the context of this step.</summary>
    public AncestorSlot? Ancestor { get; set; }

    /// <summary>Whether the results carry bindings with them.</summary>
    public bool IsTuple { get; set; }

    /// <summary>Every <c>%</c> within that looks for a step outside.</summary>
    public List<AncestorSlot>? Seeking { get; set; }

    /// <summary>A text, number or constant.</summary>
    public sealed class Literal(int start, int position, Json value) : Node(start, position)
    {
        public Json Value { get; set; } = value;

        public override string Type => Value switch { JsonString => "string", JsonNumber => "number", _ => "value" };
    }

    /// <summary>A field.</summary>
    public sealed class Name(int start, int position, string text) : Node(start, position)
    {
        public string Text { get; } = text;

        public override string Type => "name";
    }

    /// <summary>A variable: <c>$x</c>; <c>$</c> has an empty name and <c>$$</c> the name <c>$</c>.</summary>
    public sealed class Variable(int start, int position, string text) : Node(start, position)
    {
        public string Text { get; } = text;

        public override string Type => "variable";
    }

    /// <summary>A regular expression.</summary>
    public sealed class Regex(int start, int position, string pattern, string flags) : Node(start, position)
    {
        public string Pattern { get; } = pattern;

        public string Flags { get; } = flags;

        public override string Type => "regex";
    }

    /// <summary><c>*</c> as an operand.</summary>
    public sealed class Wildcard(int start, int position) : Node(start, position)
    {
        public override string Type => "wildcard";
    }

    /// <summary><c>**</c> as an operand.</summary>
    public sealed class Descendants(int start, int position) : Node(start, position)
    {
        public override string Type => "descendant";
    }

    /// <summary><c>%</c> as an operand.</summary>
    public sealed class Parent(int start, int position, AncestorSlot slot) : Node(start, position)
    {
        public AncestorSlot Slot { get; } = slot;

        public override string Type => "parent";
    }

    /// <summary>An operator in operand position that means something only there: <c>and</c>, <c>or</c>, <c>in</c> as names, <c>?</c> as a hole, the end.</summary>
    public sealed class Symbol(int start, int position, string text) : Node(start, position)
    {
        public string Text { get; } = text;

        public override string Type => "operator";
    }

    /// <summary>An operator between two operands.</summary>
    public sealed class Binary(int start, int position, string sign, Node left, Node right) : Node(start, position)
    {
        public string Sign { get; } = sign;

        public Node Left { get; } = left;

        public Node Right { get; } = right;

        public override string Type => "binary";
    }

    /// <summary>A minus before an operand.</summary>
    public sealed class Negation(int start, int position, Node operand) : Node(start, position)
    {
        public Node Operand { get; } = operand;

        public override string Type => "unary";
    }

    /// <summary>A list: <c>[a, b]</c>.</summary>
    public sealed class List(int start, int position, IReadOnlyList<Node> items) : Node(start, position)
    {
        public IReadOnlyList<Node> Items { get; } = items;

        /// <summary>Whether it is a step of a path, where it is one result instead of many.</summary>
        public bool IsConstructed { get; set; }

        public override string Type => "unary";
    }

    /// <summary>An object: <c>{k: v}</c>.</summary>
    public sealed class Object(int start, int position, IReadOnlyList<KeyValuePair<Node, Node>> members) : Node(start, position)
    {
        public IReadOnlyList<KeyValuePair<Node, Node>> Members { get; } = members;

        public override string Type => "unary";
    }

    /// <summary>A grouping as the parser reads it: <c>a{k: v}</c>.</summary>
    public sealed class Grouped(int start, int position, Node left, IReadOnlyList<KeyValuePair<Node, Node>> members) : Node(start, position)
    {
        public Node Left { get; } = left;

        public IReadOnlyList<KeyValuePair<Node, Node>> Members { get; } = members;

        public override string Type => "binary";
    }

    /// <summary>An order as the parser reads it: <c>a^(b, &gt;c)</c>.</summary>
    public sealed class Ordered(int start, int position, Node left, IReadOnlyList<SortTerm> terms) : Node(start, position)
    {
        public Node Left { get; } = left;

        public IReadOnlyList<SortTerm> Terms { get; } = terms;

        public override string Type => "binary";
    }

    /// <summary>An order as a step of a path.</summary>
    public sealed class Sort(int start, int position, IReadOnlyList<SortTerm> terms) : Node(start, position)
    {
        public IReadOnlyList<SortTerm> Terms { get; } = terms;

        public override string Type => "sort";
    }

    /// <summary>Steps.</summary>
    public sealed class Path(int start, int position, List<Node> steps) : Node(start, position)
    {
        public List<Node> Steps { get; } = steps;

        /// <summary>Whether a step says that a lone result stays a list.</summary>
        public bool KeepsSingletonArray { get; set; }

        public override string Type => "path";
    }

    /// <summary>A call, or with holes among the arguments a partial application.</summary>
    public sealed class Call(int start, int position, Node procedure, IReadOnlyList<Node> arguments, bool isPartial) : Node(start, position)
    {
        public Node Procedure { get; } = procedure;

        public IReadOnlyList<Node> Arguments { get; } = arguments;

        public bool IsPartial { get; } = isPartial;

        /// <summary>Whether nothing is left to do in the function around it once it returns.</summary>
        public bool IsTail { get; set; }

        public override string Type => IsPartial ? "partial" : "function";
    }

    /// <summary>A function of the expression's own.</summary>
    public sealed class Lambda(int start, int position, IReadOnlyList<string> parameters, Signature? signature, Node body) : Node(start, position)
    {
        public IReadOnlyList<string> Parameters { get; } = parameters;

        public Signature? Signature { get; } = signature;

        public Node Body { get; } = body;

        public override string Type => "lambda";
    }

    /// <summary>A choice: <c>a ? b : c</c>.</summary>
    public sealed class Condition(int start, int position, Node test, Node then, Node? otherwise) : Node(start, position)
    {
        public Node Test { get; } = test;

        public Node Then { get; } = then;

        public Node? Otherwise { get; } = otherwise;

        /// <summary>Whether it is <c>a ?: b</c> or <c>a ?? b</c>: what is tested is also what comes of it.</summary>
        public bool IsFallback => ReferenceEquals(Then, Test) || (Test is Call { Arguments: [var tested] } && ReferenceEquals(Then, tested));

        public override string Type => "condition";
    }

    /// <summary>Expressions in parentheses, one after the other.</summary>
    public sealed class Block(int start, int position, IReadOnlyList<Node> expressions) : Node(start, position)
    {
        public IReadOnlyList<Node> Expressions { get; } = expressions;

        /// <summary>Whether a list that is one result is among the expressions.</summary>
        public bool IsConstructed { get; set; }

        public override string Type => "block";
    }

    /// <summary>A binding: <c>$x := a</c>.</summary>
    public sealed class Bind(int start, int position, string variable, Node value) : Node(start, position)
    {
        public string Target { get; } = variable;

        public Node Value { get; } = value;

        public override string Type => "bind";
    }

    /// <summary>A function application: <c>a ~> f</c>.</summary>
    public sealed class Apply(int start, int position, Node left, Node right) : Node(start, position)
    {
        public Node Left { get; } = left;

        public Node Right { get; } = right;

        public override string Type => "apply";
    }

    /// <summary>A transformation: <c>|pattern|update, delete|</c>.</summary>
    public sealed class Transform(int start, int position, Node pattern, Node update, Node? delete) : Node(start, position)
    {
        public Node Pattern { get; } = pattern;

        public Node Update { get; } = update;

        public Node? Delete { get; } = delete;

        public override string Type => "transform";
    }
}
