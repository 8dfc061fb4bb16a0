namespace Microsoft.DurableTask;

/// <summary>How an orchestration goes on as a new generation of itself.</summary>
public class ContinueAsNewOptions
{
    public object? NewInput { get; set; }

    public bool PreserveUnprocessedEvents { get; set; } = true;

    public string? NewVersion { get; set; }
}
