namespace TaskOrchestration.Api.StepFunctions.Wire;

/// <summary>Members that many requests share, each with AWS's bounds.</summary>
internal static class CommonFields
{
    public static string ArnText(this RequestFields fields, string name) => fields.Text(name, 1, Bounds.Arn);

    /// <summary>How many items the page is to have.</summary>
    public static int PageSize(this RequestFields fields) =>
        fields.Integer("maxResults", 0, Bounds.PageSize) is { } size and > 0 ? size : Bounds.DefaultPageSize;

    public static string? NextToken(this RequestFields fields, int max = Bounds.PageToken) => fields.OptionalText("nextToken", 1, max);

    /// <summary>Whether inputs, outputs and definitions are asked for, or only what goes with them.</summary>
    public static bool WithData(this RequestFields fields) => fields.OneOf("includedData", "ALL_DATA", "METADATA_ONLY") != "METADATA_ONLY";
}
