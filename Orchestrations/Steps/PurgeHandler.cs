using System.Globalization;
using TaskOrchestration.Orchestrations.Resources;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.Orchestrations.Steps;

/// <summary>Purges one kind of thing, or a good part of it: <c>isMore</c> asks for another go, with the count so far.</summary>
internal sealed class PurgeHandler(IEnumerable<IPurge> purges) : ITaskHandler
{
    private readonly Dictionary<string, IPurge> byKind = purges.ToDictionary(purge => purge.Kind);

    public async ValueTask<Json> InvokeAsync(TaskInvocation invocation, CancellationToken cancellationToken)
    {
        var input = invocation.Input as JsonObject ?? JsonObject.Empty;
        var purge = (input["kind"] as JsonString)?.Value is { } kind && byKind.TryGetValue(kind, out var known)
            ? known
            : throw Invalid($"kind: expected one of {string.Join(", ", byKind.Keys)}, found {input["kind"]?.ToString() ?? "nothing"}.");
        var before = (input["before"] as JsonString)?.Value is { } text
            && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var moment)
                ? moment
                : throw Invalid($"before: expected a moment, found {input["before"]?.ToString() ?? "nothing"}.");
        var soFar = input["purged"] is JsonNumber number && number.TryGetInteger(out var count) ? count : 0;

        var purged = await purge.PurgeAsync(before, cancellationToken);
        return new JsonObjectBuilder()
            .Set("kind", Json.Of(purge.Kind))
            .Set("before", OutputValues.Time(before))
            .Set("purged", Json.Of(soFar + purged.Count))
            .Set("isMore", Json.Of(purged.IsMore))
            .Build();
    }

    private static TaskFailureException Invalid(string message) => new(HandlerFailure.Of("InvalidRetention", message));
}
