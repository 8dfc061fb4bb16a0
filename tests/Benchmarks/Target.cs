namespace TaskOrchestration.Benchmarks;

/// <summary>What a figure must reach.</summary>
/// <param name="Words">The target as a reader of the table sees it.</param>
public abstract record Target(string Words)
{
    /// <summary>The figure must not be below the bound, which may depend on other figures of the same run.</summary>
    public sealed record AtLeast(string Words, Func<Measurements, double?> Bound) : Target(Words);

    /// <summary>The figure must not be above the bound, which may depend on other figures of the same run.</summary>
    public sealed record AtMost(string Words, Func<Measurements, double?> Bound) : Target(Words);

    /// <summary>Whether the value meets the target, or null if the figures that the bound depends on were not measured.</summary>
    public bool? IsMetBy(double value, Measurements measurements) => this switch
    {
        AtLeast(_, var bound) => bound(measurements) is { } least ? value >= least : null,
        AtMost(_, var bound) => bound(measurements) is { } most ? value <= most : null,
        _ => throw new System.Diagnostics.UnreachableException($"No such target: {GetType().Name}"),
    };
}
