using TaskOrchestration.StatesLanguage.Parsing.Fields;
using TaskOrchestration.StatesLanguage.States;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.StatesLanguage.Parsing.StateTypes;

/// <summary>Reads the ItemReader of a DISTRIBUTED Map.</summary>
internal static class ItemReaderFields
{
    private static readonly FieldRules Rules = new(["Resource", "ReaderConfig"], ["Parameters"], ["Arguments"]);

    private static readonly FieldRules ConfigRules = new(
        ["InputType", "Transformation", "CSVHeaderLocation", "CSVHeaders", "CSVDelimiter", "MaxItems", "ManifestType", "ItemsPointer"],
        ["MaxItemsPath"],
        []);

    public static ItemReader? Read(FieldReader? reader)
    {
        if (reader is null)
        {
            return null;
        }

        Rules.Check(reader);
        reader.Require("Resource");
        var config = reader.Object("ReaderConfig");
        return new ItemReader
        {
            Resource = reader.Text("Resource") ?? "",
            Arguments = Template.Read(reader, reader.IsJsonata ? "Arguments" : "Parameters"),
            Config = config is null ? null : ReadConfig(config),
            MaxItems = config is null ? null : NumberFields.Integer(config, "MaxItems", 0, long.MaxValue),
        };
    }

    private static ReaderConfig ReadConfig(FieldReader config)
    {
        ConfigRules.Check(config);
        return new ReaderConfig
        {
            InputType = WordFields.Read<ReaderInputType>(config, "InputType"),
            Transformation = WordFields.Read<ReaderTransformation>(config, "Transformation"),
            CsvHeaderLocation = WordFields.Read<CsvHeaderLocation>(config, "CSVHeaderLocation"),
            CsvHeaders = ReadHeaders(config),
            CsvDelimiter = WordFields.Read<CsvDelimiter>(config, "CSVDelimiter"),
            ManifestType = WordFields.Read<ReaderManifestType>(config, "ManifestType"),
            ItemsPointer = config.Text("ItemsPointer"),
        };
    }

    private static ValueList<string>? ReadHeaders(FieldReader config)
    {
        const string Name = "CSVHeaders";
        if (config.List(Name) is not { } list)
        {
            return null;
        }

        var headers = new List<string>(list.Count);
        for (var i = 0; i < list.Count; i++)
        {
            if (list[i] is JsonString header)
            {
                headers.Add(header.Value);
            }
            else
            {
                config.Scope.Problems.Add(ProblemCode.Schema, Mismatch.Of("String"), config.At(Name).Item(i), list[i]);
            }
        }

        return [.. headers];
    }
}
