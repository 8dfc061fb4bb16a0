using TaskOrchestration.StatesLanguage.States;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.StatesLanguage.Parsing.Writing;

/// <summary>Writes states and where they start.</summary>
internal static class GraphWriter
{
    public static JsonObject Write(StateGraph graph, QueryLanguage machineLanguage)
    {
        var fields = new JsonObjectBuilder();
        Write(graph, machineLanguage, fields);
        return fields.Build();
    }

    public static void Write(StateGraph graph, QueryLanguage machineLanguage, JsonObjectBuilder fields)
    {
        var states = new JsonObjectBuilder(graph.States.Count);
        foreach (var state in graph.States)
        {
            states.Set(state.Name, StateWriter.Write(state, machineLanguage));
        }

        fields.Set("StartAt", Json.Of(graph.StartAt)).Set("States", states.Build());
    }
}
