using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using TaskOrchestration.Functions.Executions;
using TaskOrchestration.StatesLanguage.Executions;
using TaskOrchestration.StatesLanguage.MapRuns;

namespace TaskOrchestration.Functions.Durable.Messages;

/// <summary>A Map Run in one of its lives: each redrive is another orchestration.</summary>
/// <param name="MapRunArn">The Map Run.</param>
/// <param name="RedriveCount">How often it has been redriven.</param>
public sealed record MapRunAddress(string MapRunArn, int RedriveCount)
{
    private const char Separator = '#';

    /// <summary>The id of its orchestration.</summary>
    public string InstanceId => InstanceIds.Of(MapRunArn, RedriveCount);

    /// <summary>The text by which the execution that waits for it knows it, among other executions it waits for by their ARNs.</summary>
    public string Text => string.Create(CultureInfo.InvariantCulture, $"{MapRunArn}{Separator}{RedriveCount}");

    /// <summary>The Map Run that a task asks for.</summary>
    public static MapRunAddress Of(TaskRequest task)
    {
        var request = MapRunRequest.Of(task);
        return new(request.MapRunArn, request.RedriveCount);
    }

    /// <summary>Reads such a text.</summary>
    public static bool TryParse(string? text, [NotNullWhen(true)] out MapRunAddress? address)
    {
        var end = text?.LastIndexOf(Separator) ?? -1;
        address = end > 0
            && StatesLanguage.MapRuns.MapRunArn.TryParse(text![..end], out _)
            && int.TryParse(text.AsSpan(end + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var redriveCount)
            ? new MapRunAddress(text[..end], redriveCount)
            : null;
        return address is not null;
    }
}
