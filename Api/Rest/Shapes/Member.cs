namespace TaskOrchestration.Api.Rest.Shapes;

/// <summary>A member of an object.</summary>
/// <param name="Name">Its name in JSON.</param>
/// <param name="Shape">What it may be.</param>
/// <param name="IsRequired">Whether it is always there.</param>
/// <param name="IsNullable">Whether it may be null.</param>
internal sealed record Member(string Name, Shape Shape, bool IsRequired, bool IsNullable)
{
    /// <summary>What it is.</summary>
    public string? Description { get; init; }

    /// <summary>For instance.</summary>
    public object? Example { get; init; }

    /// <summary>The value it has when it is missing.</summary>
    public object? Default { get; init; }

    /// <summary>For a parameter that is a header: the header.</summary>
    public string? Header { get; init; }
}
