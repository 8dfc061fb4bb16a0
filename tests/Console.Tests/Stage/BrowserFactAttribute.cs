namespace TaskOrchestration.Console.Tests.Stage;

/// <summary>A test that needs a browser and the console. Where the machine lacks one of them, it is skipped, and says why.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class BrowserFactAttribute : FactAttribute
{
    public BrowserFactAttribute() => Skip = Ground.Obstacle;
}
