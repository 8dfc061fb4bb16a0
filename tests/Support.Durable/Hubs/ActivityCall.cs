namespace TaskOrchestration.Support.Durable.Hubs;

/// <summary>An activity about to be done.</summary>
public sealed class ActivityCall
{
    private static readonly AsyncLocal<ActivityCall?> Running = new();

    /// <summary>The one being done, for what works deep inside it; null outside of one.</summary>
    public static ActivityCall? Current
    {
        get => Running.Value;
        internal set => Running.Value = value;
    }

    /// <summary>The name of the activity.</summary>
    public required string Name { get; init; }

    /// <summary>Who called it.</summary>
    public required string InstanceId { get; init; }

    /// <summary>The number of the call.</summary>
    public required int Task { get; init; }

    /// <summary>What it was given, as text.</summary>
    public required string? Input { get; init; }

    /// <summary>How long it takes: the answer comes that much later. Whoever does it may set it.</summary>
    public TimeSpan Duration { get; set; }

    /// <inheritdoc/>
    public override string ToString() => $"{Name} (#{Task} of {InstanceId})";
}
