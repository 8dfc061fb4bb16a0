namespace TaskOrchestration.StatesLanguage.Expressions.Jsonata;

/// <summary>What a <see cref="JsonataReference"/> refers to.</summary>
public enum JsonataReferenceKind
{
    /// <summary>A variable that the expression does not bind itself and the library does not have: <c>$states</c>, <c>$order</c>.</summary>
    Variable,

    /// <summary>A function of the library: <c>$sum</c>.</summary>
    Function,

    /// <summary>A field of the expression's own input: <c>name</c> at the top level.</summary>
    Field,

    /// <summary><c>$</c> where it means the expression's own input, outside every step, predicate and function.</summary>
    Context,

    /// <summary><c>$$</c>, anywhere.</summary>
    Root,
}
