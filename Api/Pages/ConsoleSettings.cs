namespace TaskOrchestration.Api.Pages;

/// <summary>Where the console is. The section <c>Console</c> of the settings.</summary>
internal sealed record ConsoleSettings
{
    /// <summary>The folder with its files; <c>console</c> beside the program if nothing is said.</summary>
    public string Folder { get; init; } = Path.Combine(AppContext.BaseDirectory, "console");

    /// <summary>Whether it is worth waiting for: while the console is built, its folder has this one file.</summary>
    public bool IsBuilding => File.Exists(Path.Combine(Folder, "building"));
}
