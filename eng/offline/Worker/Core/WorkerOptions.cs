using Azure.Core.Serialization;

namespace Microsoft.Azure.Functions.Worker;

/// <summary>How the worker talks to the host.</summary>
public class WorkerOptions
{
    public ObjectSerializer? Serializer { get; set; }

    public IDictionary<string, string> Capabilities { get; } = new Dictionary<string, string>();

    public bool EnableUserCodeException { get; set; } = true;

    public bool IncludeEmptyEntriesInMessagePayload { get; set; }
}
