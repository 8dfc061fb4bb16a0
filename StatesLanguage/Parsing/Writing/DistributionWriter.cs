using TaskOrchestration.StatesLanguage.MapRuns;
using TaskOrchestration.StatesLanguage.States;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.StatesLanguage.Parsing.Writing;

/// <summary>Writes what only a DISTRIBUTED Map has.</summary>
internal static class DistributionWriter
{
    /// <summary>Writes the ProcessorConfig into an ItemProcessor.</summary>
    public static void WriteMode(Distribution? distribution, JsonObjectBuilder processor)
    {
        if (distribution is not null)
        {
            processor.Set("ProcessorConfig", JsonObject.Of(("Mode", Json.Of("DISTRIBUTED")), ("ExecutionType", Json.Of(Word.Of(distribution.ExecutionType)))));
        }
    }

    /// <summary>Writes the fields of the Map itself.</summary>
    public static void Write(MapState map, JsonObjectBuilder fields)
    {
        if (map.Distribution is not { } distribution)
        {
            return;
        }

        var arguments = map.QueryLanguage == QueryLanguage.Jsonata ? "Arguments" : "Parameters";
        fields
            .SetIfPresent("Label", distribution.Label)
            .SetIfPresent("ItemReader", distribution.ItemReader is { } reader ? Write(reader, arguments) : null)
            .SetIfPresent("ItemBatcher", distribution.ItemBatcher is { } batcher ? Write(batcher) : null)
            .SetIfPresent("ResultWriter", distribution.ResultWriter is { } writer ? Write(writer, arguments) : null);
    }

    private static JsonObject Write(ItemReader reader, string arguments)
    {
        var fields = new JsonObjectBuilder().Set("Resource", Json.Of(reader.Resource));
        if (reader.Config is { } given)
        {
            var config = new JsonObjectBuilder();
            foreach (var (name, value) in ConfigJson.Write(given))
            {
                config.Set(name, value);
            }

            TemplateWriter.WriteEither(reader.MaxItems, "MaxItems", config);
            fields.Set("ReaderConfig", config.Build());
        }

        TemplateWriter.Write(reader.Arguments, arguments, fields);
        return fields.Build();
    }

    private static JsonObject Write(ItemBatcher batcher)
    {
        var fields = new JsonObjectBuilder();
        TemplateWriter.WriteEither(batcher.MaxItemsPerBatch, "MaxItemsPerBatch", fields);
        TemplateWriter.WriteEither(batcher.MaxInputBytesPerBatch, "MaxInputBytesPerBatch", fields);
        TemplateWriter.Write(batcher.BatchInput, "BatchInput", fields);
        return fields.Build();
    }

    private static JsonObject Write(ResultWriter writer, string arguments)
    {
        var fields = new JsonObjectBuilder().SetIfPresent("Resource", writer.Resource);
        TemplateWriter.Write(writer.Arguments, arguments, fields);
        if (writer.Config is { } config)
        {
            fields.Set("WriterConfig", ConfigJson.Write(config));
        }

        return fields.Build();
    }
}
