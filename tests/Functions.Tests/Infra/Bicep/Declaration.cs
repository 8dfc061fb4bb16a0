namespace TaskOrchestration.Functions.Tests.Infra.Bicep;

/// <summary>What a file declares.</summary>
internal sealed record Declaration
{
    /// <summary><c>param</c>, <c>var</c>, <c>resource</c>, <c>module</c>, <c>output</c>, <c>targetScope</c> or <c>using</c>.</summary>
    public required string Keyword { get; init; }

    /// <summary>The symbol.</summary>
    public required string Name { get; init; }

    public required int Line { get; init; }

    /// <summary>The type of a param or output as it is written; the type and API version of a resource; the path of a module or of what is used.</summary>
    public string Type { get; init; } = "";

    /// <summary>Whether it is a resource that somebody else makes.</summary>
    public bool IsExisting { get; init; }

    /// <summary>Its value: the default of a param, the body of a resource.</summary>
    public Expression? Value { get; init; }

    /// <summary>What is said of it before: <c>@description(...)</c>.</summary>
    public IReadOnlyList<Expression.Call> Decorators { get; init; } = [];

    /// <summary>The object of a resource or module, without condition and loop.</summary>
    public Expression.Record? Body => Unwrapped(Value) as Expression.Record;

    /// <summary>What a decorator says, if it is there.</summary>
    public Expression? Said(string decorator) => Decorators.FirstOrDefault(said => said.Function == decorator)?.Arguments is [var first, ..] ? first : null;

    private static Expression? Unwrapped(Expression? value) => value switch
    {
        Expression.Conditional conditional => Unwrapped(conditional.Body),
        Expression.Loop loop => Unwrapped(loop.Body),
        _ => value,
    };
}
