using TaskOrchestration.StatesLanguage.Expressions;
using TaskOrchestration.StatesLanguage.Parsing.Fields;
using TaskOrchestration.StatesLanguage.States;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.StatesLanguage.Parsing.StateTypes;

/// <summary>Reads a Map.</summary>
internal static class MapParser
{
    private static readonly FieldRules Rules = new(
        [
            "Type", "Comment", "QueryLanguage", "Next", "End", "Assign", "Retry", "Catch", "ItemProcessor", "Iterator", "ItemSelector",
            "MaxConcurrency", "ToleratedFailureCount", "ToleratedFailurePercentage", "Label", "ItemReader", "ItemBatcher", "ResultWriter",
        ],
        [
            "InputPath", "OutputPath", "ItemsPath", "Parameters", "ResultSelector", "ResultPath",
            "MaxConcurrencyPath", "ToleratedFailureCountPath", "ToleratedFailurePercentagePath",
        ],
        ["Items", "Output"]);

    public static MapState Parse(string name, FieldReader reader)
    {
        Rules.Check(reader);
        reader.AtMostOne("ItemProcessor", "Iterator");
        var usesIterator = reader.Has("Iterator") && !reader.Has("ItemProcessor");
        var processor = reader.Object(usesIterator ? "Iterator" : "ItemProcessor");
        if (!reader.Has("ItemProcessor") && !usesIterator)
        {
            reader.Require("ItemProcessor");
        }

        var usesParameters = !reader.IsJsonata && reader.Has("Parameters");
        if (usesParameters)
        {
            reader.AtMostOne("ItemSelector", "Parameters");
        }

        var executionType = processor is null ? null : ProcessorFields.ReadExecutionType(processor);
        return WorkFields.Read(
            new MapState
            {
                Name = name,
                Items = ReadItems(reader, isDistributed: executionType is not null),
                ItemSelector = Template.Read(reader, usesParameters ? "Parameters" : "ItemSelector"),
                ItemProcessor = processor is null ? new StateGraph(Targets.Unknown, []) : GraphParser.Parse(processor),
                Distribution = DistributedFields.Read(reader, executionType),
                MaxConcurrency = NumberFields.Integer(reader, "MaxConcurrency", 0, long.MaxValue),
                ToleratedFailureCount = NumberFields.Integer(reader, "ToleratedFailureCount", 0, long.MaxValue),
                ToleratedFailurePercentage = NumberFields.Number(reader, "ToleratedFailurePercentage", 0, 100),
                UsesIterator = usesIterator,
                UsesParameters = usesParameters,
                Transition = Targets.Read(reader),
            },
            reader);
    }

    private static Expression? ReadItems(FieldReader reader, bool isDistributed)
    {
        if (!reader.IsJsonata)
        {
            return PathFields.Path(reader, "ItemsPath");
        }

        switch (reader.Find("Items"))
        {
            case null:
                return null;
            case JsonString text when JsonataText.IsExpression(text.Value):
            case JsonArray:
            case JsonObject when isDistributed:
                return Template.Read(reader, "Items");
            case var other:
                reader.ReportKindOrQuery("Items", "Array", other);
                return null;
        }
    }
}
