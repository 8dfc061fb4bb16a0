using TaskOrchestration.Console.Tests.Stage;

namespace TaskOrchestration.Console.Tests.Exhibits;

/// <summary>A page of the console with something on it.</summary>
/// <param name="Name">What its screenshots are called by.</param>
/// <param name="Path">Its address.</param>
/// <param name="Prepare">What has to be done there until it shows what it is about; nothing in most cases.</param>
public sealed record Exhibit(string Name, string Path, Func<Visit, Task>? Prepare)
{
    /// <summary>Opens it.</summary>
    public async Task OpenAsync(Visit visit)
    {
        ArgumentNullException.ThrowIfNull(visit);
        await visit.OpenAsync(Path);
        if (Prepare is not null)
        {
            await Prepare(visit);
            await visit.SettleAsync();
        }
    }
}
