namespace TaskOrchestration.Functions.Tests.Infra.Bicep;

/// <summary>A property of an object.</summary>
internal sealed record Property(Expression Key, Expression Value)
{
    /// <summary>Its name; null if that is worked out.</summary>
    public string? Name => Key switch
    {
        Expression.Name name => name.Value,
        Expression.Text text => text.Value,
        _ => null,
    };
}
