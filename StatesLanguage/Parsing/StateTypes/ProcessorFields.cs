using TaskOrchestration.StatesLanguage.Parsing.Fields;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.StatesLanguage.Parsing.StateTypes;

/// <summary>Checks the fields of an ItemProcessor that say how it runs.</summary>
internal static class ProcessorFields
{
    private static readonly FieldRules Rules = new(["Comment", "StartAt", "States", "ProcessorConfig"], [], []);
    private static readonly FieldRules ConfigRules = new(["Mode", "ExecutionType"], [], []);

    public static bool IsDistributed(FieldReader processor) =>
        processor.Find("ProcessorConfig") is JsonObject config && config["Mode"] is JsonString { Value: "DISTRIBUTED" };

    public static void Check(FieldReader processor)
    {
        Rules.Check(processor);
        if (processor.Object("ProcessorConfig") is not { } config)
        {
            return;
        }

        ConfigRules.Check(config);
        var mode = config.OneOf("Mode", "INLINE", "DISTRIBUTED");
        config.OneOf("ExecutionType", "STANDARD", "EXPRESS");
        if (mode == "DISTRIBUTED")
        {
            config.Require("ExecutionType");
            config.Scope.Problems.Add(ProblemCode.NotSupportedYet, "A Map of the Mode 'DISTRIBUTED' is not supported yet", config.At("Mode"));
        }
        else if (config.Has("ExecutionType"))
        {
            config.Report("Expected field 'ExecutionType' only with the Mode DISTRIBUTED, found it without");
        }
    }
}
