using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.Api.Executions;

/// <summary>Data as JSON text inside a text.</summary>
internal static class ExecutionTexts
{
    /// <summary>Variables by name.</summary>
    public static IReadOnlyDictionary<string, string> Of(JsonObject variables) => variables.ToDictionary(variable => variable.Key, variable => variable.Value.ToString());
}
