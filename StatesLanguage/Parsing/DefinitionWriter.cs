using TaskOrchestration.StatesLanguage.Parsing.Writing;
using TaskOrchestration.StatesLanguage.States;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.StatesLanguage.Parsing;

/// <summary>Writes definitions.</summary>
/// <remarks>What is written reads back as an equal machine. Fields that say what is so anyway are left out.</remarks>
public static class DefinitionWriter
{
    /// <summary>The definition of a machine.</summary>
    public static JsonObject Write(StateMachine machine)
    {
        ArgumentNullException.ThrowIfNull(machine);
        var fields = new JsonObjectBuilder().SetIfPresent("Comment", machine.Comment);
        if (machine.QueryLanguage != QueryLanguage.JsonPath)
        {
            fields.Set("QueryLanguage", Words.Of(machine.QueryLanguage));
        }

        GraphWriter.Write(machine.Graph, machine.QueryLanguage, fields);
        return fields
            .SetIfPresent("Version", machine.Version)
            .SetIfPresent("TimeoutSeconds", machine.TimeoutSeconds is { } seconds ? Json.Of(seconds) : null)
            .Build();
    }
}
