using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.Extensions.Logging;

namespace TaskOrchestration.Orchestrations.Alerts;

/// <summary>Keeps what is known of alerts in a file, which is replaced as a whole.</summary>
public sealed class AlertFile(string path, ILogger<AlertFile> logger) : IAlertMemory
{
    /// <summary>What the file is called in a data folder.</summary>
    public const string FileName = "alerts.json";

    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) } };

    /// <inheritdoc/>
    public async ValueTask<AlertRecollection?> RecallAsync(CancellationToken cancellationToken = default)
    {
        try
        {
            return File.Exists(path) ? JsonSerializer.Deserialize<AlertRecollection>(await File.ReadAllBytesAsync(path, cancellationToken), Options) : null;
        }
        catch (Exception e) when (e is JsonException or IOException or UnauthorizedAccessException)
        {
            logger.LogError(e, "{Path} cannot be read: alerts begin anew, and those that fire will be told of again", path);
            return null;
        }
    }

    /// <inheritdoc/>
    public async ValueTask KeepAsync(AlertRecollection recollection, CancellationToken cancellationToken = default)
    {
        var written = $"{path}.new";
        try
        {
            await using (var file = new FileStream(written, FileMode.Create, FileAccess.Write))
            {
                await JsonSerializer.SerializeAsync(file, recollection, Options, cancellationToken);
                file.Flush(flushToDisk: true);
            }

            File.Move(written, path, overwrite: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            logger.LogError(e, "{Path} cannot be written: after a restart alerts would go on from what it says now", path);
        }
    }
}
