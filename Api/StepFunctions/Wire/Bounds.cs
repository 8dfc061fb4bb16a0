namespace TaskOrchestration.Api.StepFunctions.Wire;

/// <summary>How long AWS lets the texts of a request be.</summary>
internal static class Bounds
{
    public const int Arn = 256;
    public const int LongArn = 2_000;
    public const int Name = 80;
    public const int Definition = 1_048_576;
    public const int Payload = JsonTexts.MaxBytes;
    public const int Error = 256;
    public const int Cause = 32_768;
    public const int ClientToken = 64;
    public const int TaskToken = 2_048;
    public const int TraceHeader = 256;
    public const int VersionDescription = 256;
    public const int PageToken = 1_024;
    public const int ExecutionsPageToken = 3_096;
    public const int PageSize = 1_000;
    public const int Tags = 50;
    public const int TagKey = 128;
    public const int TagValue = 256;
    public const int AliasDescription = 256;
    public const int Weight = 100;

    /// <summary>How many items a page has when the request leaves it open (0 or nothing).</summary>
    public const int DefaultPageSize = 100;
}
