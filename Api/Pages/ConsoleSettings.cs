namespace TaskOrchestration.Api.Pages;

/// <summary>Where the console is. The section <c>Console</c> of the settings.</summary>
internal sealed record ConsoleSettings
{
    /// <summary>The folder with its files; <c>console</c> beside the program if nothing is said.</summary>
    public string Folder { get; init; } = Path.Combine(AppContext.BaseDirectory, "console");

    /// <summary>A file that is there while the console is being built; none if it is not built here.</summary>
    public string? BuildingMark { get; init; }

    /// <summary>Whether it is worth waiting for.</summary>
    public bool IsBuilding => BuildingMark is { Length: > 0 } mark && File.Exists(mark);
}
