using TaskOrchestration.StatesLanguage.Expressions.JsonPaths;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.StatesLanguage.Tests.Expressions.JsonPaths;

/// <summary>Looks a path up in a value written as JSON.</summary>
internal static class Looked
{
    public static Json Up(string path, string json) =>
        JsonPath.Parse(path).TryEvaluate(Json.Parse(json), out var value, out var miss) ? value : throw new InvalidOperationException(miss.ToString());

    public static PathMiss UpInVain(string path, string json) =>
        JsonPath.Parse(path).TryEvaluate(Json.Parse(json), out var value, out var miss) ? throw new InvalidOperationException($"found {value}") : miss;
}
