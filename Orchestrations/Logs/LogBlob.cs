using System.Buffers;

namespace TaskOrchestration.Orchestrations.Logs;

/// <summary>Records of one machine and hour that wait to be written.</summary>
/// <param name="folder">The folder of their day.</param>
/// <param name="hour">The hour, as the names of its blobs begin.</param>
/// <param name="since">When the first one came.</param>
internal sealed class LogBlob(string folder, string hour, DateTimeOffset since)
{
    public string Folder => folder;

    public string Hour => hour;

    public DateTimeOffset Since => since;

    public ArrayBufferWriter<byte> Records { get; } = new(4_096);
}
