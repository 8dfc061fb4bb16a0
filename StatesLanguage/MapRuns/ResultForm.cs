using TaskOrchestration.StatesLanguage.States;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.StatesLanguage.MapRuns;

/// <summary>What of a child counts as its result, after a ResultWriter's <c>Transformation</c>.</summary>
/// <seealso href="https://docs.aws.amazon.com/step-functions/latest/dg/input-output-resultwriter.html">ResultWriter on AWS</seealso>
public static class ResultForm
{
    /// <summary>The transformation that holds for a Map Run: files hold descriptions, the state's output holds outputs, unless the author says otherwise.</summary>
    public static ResultTransformation Of(ResultWriting? writing) =>
        writing?.Config.Transformation ?? (writing?.Resource is null ? ResultTransformation.Compact : ResultTransformation.None);

    /// <summary>What a child adds to the results: one value, or several where a list is flattened. One that yielded no output is described, whatever is asked for.</summary>
    public static IEnumerable<Json> Results(ChildResult child, ResultTransformation transformation)
    {
        ArgumentNullException.ThrowIfNull(child);
        return (transformation, child.Output) switch
        {
            (ResultTransformation.None, _) or (_, null) => [child.ToJson()],
            (ResultTransformation.Flatten, JsonArray list) => list,
            (_, var output) => [output],
        };
    }

    /// <summary>The Map's result where no file is written: the results of its children, in their order.</summary>
    public static JsonArray Output(IEnumerable<ChildResult> children, ResultWriting? writing) =>
        JsonArray.Of(children.SelectMany(child => Results(child, Of(writing))));

    /// <summary>The Map's result where files are written.</summary>
    public static JsonObject Output(string mapRunArn, string bucket, string manifestKey) => JsonObject.Of(
        ("MapRunArn", Json.Of(mapRunArn)),
        ("ResultWriterDetails", JsonObject.Of(("Bucket", Json.Of(bucket)), ("Key", Json.Of(manifestKey)))));
}
