namespace TaskOrchestration.Offline.Tests.Surface;

/// <summary>A theory that is skipped, with the reason, where there is no sheet or no offline package.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class SheetTheoryAttribute : TheoryAttribute
{
    /// <summary>Finds out.</summary>
    public SheetTheoryAttribute() => Skip = SheetLocation.Obstacle;
}
