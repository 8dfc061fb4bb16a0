using TaskOrchestration.StatesLanguage.Parsing.Fields;
using TaskOrchestration.StatesLanguage.States;

namespace TaskOrchestration.StatesLanguage.Parsing.StateTypes;

/// <summary>Reads the fields that only a DISTRIBUTED Map has.</summary>
internal static class DistributedFields
{
    private static readonly string[] Names = ["ItemReader", "ItemBatcher", "ResultWriter", "Label"];

    private static readonly FieldRules BatcherRules = new(
        ["BatchInput", "MaxItemsPerBatch", "MaxInputBytesPerBatch"],
        ["MaxItemsPerBatchPath", "MaxInputBytesPerBatchPath"],
        []);

    private static readonly FieldRules WriterRules = new(["Resource", "WriterConfig"], ["Parameters"], ["Arguments"]);
    private static readonly FieldRules WriterConfigRules = new(["Transformation", "OutputType"], [], []);

    /// <summary>What a DISTRIBUTED Map has beyond others; null for an INLINE one.</summary>
    public static Distribution? Read(FieldReader map, StateMachineType? executionType)
    {
        if (executionType is null)
        {
            foreach (var name in Names.Where(map.Has))
            {
                map.Report($"Expected field '{name}' only with an ItemProcessor of the Mode DISTRIBUTED, found it without");
            }
        }

        // Read in any case: all that is wrong is said at once.
        var distribution = new Distribution
        {
            ExecutionType = executionType ?? StateMachineType.Standard,
            Label = map.Text("Label"),
            ItemReader = ItemReaderFields.Read(map.Object("ItemReader")),
            ItemBatcher = ReadBatcher(map.Object("ItemBatcher")),
            ResultWriter = ReadWriter(map.Object("ResultWriter")),
        };
        return executionType is null ? null : distribution;
    }

    private static ItemBatcher? ReadBatcher(FieldReader? batcher)
    {
        if (batcher is null)
        {
            return null;
        }

        BatcherRules.Check(batcher);
        return new ItemBatcher
        {
            MaxItemsPerBatch = NumberFields.Integer(batcher, "MaxItemsPerBatch", 1),
            MaxInputBytesPerBatch = NumberFields.Integer(batcher, "MaxInputBytesPerBatch", 1),
            BatchInput = Template.Read(batcher, "BatchInput"),
        };
    }

    private static ResultWriter? ReadWriter(FieldReader? writer)
    {
        if (writer is null)
        {
            return null;
        }

        WriterRules.Check(writer);
        return new ResultWriter
        {
            Resource = writer.Text("Resource"),
            Arguments = Template.Read(writer, writer.IsJsonata ? "Arguments" : "Parameters"),
            Config = ReadWriterConfig(writer.Object("WriterConfig")),
        };
    }

    private static WriterConfig? ReadWriterConfig(FieldReader? config)
    {
        if (config is null)
        {
            return null;
        }

        WriterConfigRules.Check(config);
        config.Require("OutputType");
        return new WriterConfig
        {
            Transformation = WordFields.Read<ResultTransformation>(config, "Transformation"),
            OutputType = WordFields.Read<ResultOutputType>(config, "OutputType"),
        };
    }
}
