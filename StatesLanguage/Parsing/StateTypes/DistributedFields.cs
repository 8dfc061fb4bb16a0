using TaskOrchestration.StatesLanguage.Parsing.Fields;

namespace TaskOrchestration.StatesLanguage.Parsing.StateTypes;

/// <summary>Checks the fields that only a DISTRIBUTED Map has.</summary>
internal static class DistributedFields
{
    private const int LongestLabel = 40;

    private static readonly string[] Names = ["ItemReader", "ItemBatcher", "ResultWriter", "Label"];
    private static readonly FieldRules ReaderRules = new(["Resource", "ReaderConfig"], ["Parameters"], ["Arguments"]);
    private static readonly FieldRules WriterRules = new(["Resource", "WriterConfig"], ["Parameters"], ["Arguments"]);
    private static readonly FieldRules BatcherRules = new(
        ["BatchInput", "MaxItemsPerBatch", "MaxInputBytesPerBatch"],
        ["MaxItemsPerBatchPath", "MaxInputBytesPerBatchPath"],
        []);

    private static readonly FieldRules ReaderConfigRules = new(
        ["InputType", "Transformation", "CSVHeaderLocation", "CSVHeaders", "CSVDelimiter", "MaxItems", "ManifestType", "ItemsPointer"],
        ["MaxItemsPath"],
        []);

    private static readonly FieldRules WriterConfigRules = new(["Transformation", "OutputType"], [], []);

    public static void Check(FieldReader map, FieldReader? processor)
    {
        if (processor is null || !ProcessorFields.IsDistributed(processor))
        {
            foreach (var name in Names.Where(map.Has))
            {
                map.Report($"Expected field '{name}' only with an ItemProcessor of the Mode DISTRIBUTED, found it without");
            }
        }

        CheckReader(map.Object("ItemReader"));
        CheckBatcher(map.Object("ItemBatcher"));
        CheckWriter(map.Object("ResultWriter"));
        if (map.Text("Label") is { Length: > LongestLabel } label)
        {
            map.ReportAt("Label", $"Expected at most {LongestLabel} characters, found {label.Length}");
        }
    }

    private static void CheckReader(FieldReader? reader)
    {
        if (reader is null)
        {
            return;
        }

        ReaderRules.Check(reader);
        reader.Require("Resource");
        reader.Text("Resource");
        Template.Read(reader, reader.IsJsonata ? "Arguments" : "Parameters");
        if (reader.Object("ReaderConfig") is { } config)
        {
            ReaderConfigRules.Check(config);
            config.OneOf("InputType", "CSV", "JSON", "JSONL", "MANIFEST", "PARQUET");
            config.OneOf("CSVHeaderLocation", "FIRST_ROW", "GIVEN");
            config.List("CSVHeaders");
            NumberFields.Integer(config, "MaxItems", 0, long.MaxValue);
        }
    }

    private static void CheckBatcher(FieldReader? batcher)
    {
        if (batcher is null)
        {
            return;
        }

        BatcherRules.Check(batcher);
        Template.Read(batcher, "BatchInput");
        NumberFields.Integer(batcher, "MaxItemsPerBatch", 1);
        NumberFields.Integer(batcher, "MaxInputBytesPerBatch", 1);
    }

    private static void CheckWriter(FieldReader? writer)
    {
        if (writer is null)
        {
            return;
        }

        WriterRules.Check(writer);
        writer.Text("Resource");
        Template.Read(writer, writer.IsJsonata ? "Arguments" : "Parameters");
        if (writer.Object("WriterConfig") is { } config)
        {
            WriterConfigRules.Check(config);
            config.Require("OutputType");
            config.OneOf("Transformation", "NONE", "COMPACT", "FLATTEN");
            config.OneOf("OutputType", "JSON", "JSONL");
        }
    }
}
