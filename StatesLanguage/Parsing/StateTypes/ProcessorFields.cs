using TaskOrchestration.StatesLanguage.Parsing.Fields;
using TaskOrchestration.StatesLanguage.States;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.StatesLanguage.Parsing.StateTypes;

/// <summary>Reads the fields of an ItemProcessor that say how it runs.</summary>
internal static class ProcessorFields
{
    private static readonly FieldRules Rules = new(["Comment", "StartAt", "States", "ProcessorConfig"], [], []);
    private static readonly FieldRules ConfigRules = new(["Mode", "ExecutionType"], [], []);

    public static bool IsDistributed(FieldReader processor) =>
        processor.Find("ProcessorConfig") is JsonObject config && config["Mode"] is JsonString { Value: "DISTRIBUTED" };

    /// <summary>How the children of a DISTRIBUTED Map live; null for an INLINE one.</summary>
    public static StateMachineType? ReadExecutionType(FieldReader processor)
    {
        Rules.Check(processor);
        if (processor.Object("ProcessorConfig") is not { } config)
        {
            return null;
        }

        ConfigRules.Check(config);
        var mode = config.OneOf("Mode", "INLINE", "DISTRIBUTED");
        var type = config.OneOf("ExecutionType", Word.All<StateMachineType>());
        if (mode == "DISTRIBUTED")
        {
            config.Require("ExecutionType");
            return Word.Read<StateMachineType>(type) ?? StateMachineType.Standard;
        }

        if (config.Has("ExecutionType"))
        {
            config.Report("Expected field 'ExecutionType' only with the Mode DISTRIBUTED, found it without");
        }

        return null;
    }
}
