using Azure.Core;
using Azure.Core.Pipeline;
using TaskOrchestration.Functions.Storage;

namespace TaskOrchestration.Functions.Tests.Storage.Executions;

/// <summary>Takes down what kinds of requests are made of the tables of executions.</summary>
internal sealed class RequestLog : HttpPipelineSynchronousPolicy
{
    private readonly Lock gate = new();
    private readonly List<string> kinds = [];

    /// <summary>What was asked since the last time this was asked for, in order.</summary>
    public IReadOnlyList<string> Take()
    {
        lock (gate)
        {
            List<string> taken = [.. kinds];
            kinds.Clear();
            return taken;
        }
    }

    public override void OnSendingRequest(HttpMessage message)
    {
        lock (gate)
        {
            kinds.Add(KindOf(message.Request));
        }
    }

    private static string KindOf(Request request)
    {
        var path = request.Uri.Path;
        return (request.Method.Method, path.Contains(TableNames.ExecutionIndex, StringComparison.Ordinal)) switch
        {
            ("POST", _) when path.EndsWith("$batch", StringComparison.Ordinal) => "entity-group transaction",
            ("GET", true) => "query of the index",
            ("GET", false) => "read of a record",
            ("DELETE", true) => "deletion in the index",
            (_, true) => "row of the index",
            var (method, _) => $"{method} {path}",
        };
    }
}
