namespace TaskOrchestration.StatesLanguage.Expressions;

/// <summary>Where a path in a field starts.</summary>
public enum PathRoot
{
    /// <summary><c>$</c>: the state's input, or whatever the field is about.</summary>
    Input,

    /// <summary><c>$$</c>: the context object.</summary>
    Context,

    /// <summary><c>$name</c>: a variable.</summary>
    Variable,
}
