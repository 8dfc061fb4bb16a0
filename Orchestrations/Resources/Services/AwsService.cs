namespace TaskOrchestration.Orchestrations.Resources.Services;

/// <summary>How a service of AWS is called: in resources, in the names of errors and in what they say.</summary>
/// <remarks>
/// The integrations that AWS made by hand (<c>arn:aws:states:::sqs:sendMessage</c>) stand on the first Java SDK, those of <c>aws-sdk</c> on the second; the two name and word
/// the same error differently.
/// </remarks>
public sealed record AwsService
{
    /// <summary>DynamoDB.</summary>
    public static readonly AwsService DynamoDb = new()
    {
        Name = "dynamodb",
        SdkName = "dynamodb",
        ErrorPrefix = "DynamoDB",
        SdkErrorPrefix = "DynamoDb",
        Exception = "AmazonDynamoDBException",
        Spoken = "AmazonDynamoDBv2",
    };

    /// <summary>Simple Queue Service.</summary>
    public static readonly AwsService Sqs = new()
    {
        Name = "sqs",
        SdkName = "sqs",
        ErrorPrefix = "SQS",
        SdkErrorPrefix = "Sqs",
        Exception = "AmazonSQSException",
        Spoken = "AmazonSQS",
    };

    /// <summary>Simple Notification Service.</summary>
    public static readonly AwsService Sns = new()
    {
        Name = "sns",
        SdkName = "sns",
        ErrorPrefix = "SNS",
        SdkErrorPrefix = "Sns",
        Exception = "AmazonSNSException",
        Spoken = "AmazonSNS",
        ContentType = "text/xml",
    };

    /// <summary>EventBridge.</summary>
    public static readonly AwsService EventBridge = new()
    {
        Name = "events",
        SdkName = "eventbridge",
        ErrorPrefix = "EventBridge",
        SdkErrorPrefix = "EventBridge",
        Exception = "AmazonEventBridgeException",
        Spoken = "AmazonEventBridge",
        ShowsMetadata = false,
    };

    /// <summary>Simple Storage Service: there is no integration made by hand.</summary>
    public static readonly AwsService S3 = new()
    {
        Name = "s3",
        SdkName = "s3",
        ErrorPrefix = "S3",
        SdkErrorPrefix = "S3",
        Exception = "AmazonS3Exception",
        Spoken = "Amazon S3",
        HasExtendedRequestId = true,
    };

    /// <summary>Step Functions.</summary>
    public static readonly AwsService StepFunctions = new()
    {
        Name = "states",
        SdkName = "sfn",
        ErrorPrefix = "StepFunctions",
        SdkErrorPrefix = "Sfn",
        Exception = "AWSStepFunctionsException",
        Spoken = "AWSStepFunctions",
    };

    /// <summary>In the resource of an integration made by hand.</summary>
    public required string Name { get; init; }

    /// <summary>In a resource after <c>aws-sdk:</c>.</summary>
    public required string SdkName { get; init; }

    /// <summary>What error names begin with.</summary>
    public required string ErrorPrefix { get; init; }

    /// <summary>What error names begin with, by <c>aws-sdk</c>.</summary>
    public required string SdkErrorPrefix { get; init; }

    /// <summary>The error of everything that has no error of its own.</summary>
    public required string Exception { get; init; }

    /// <summary>What a cause calls the service.</summary>
    public required string Spoken { get; init; }

    /// <summary>How it answers.</summary>
    public string ContentType { get; init; } = "application/x-amz-json-1.0";

    /// <summary>Whether the integration made by hand shows what went over the wire.</summary>
    public bool ShowsMetadata { get; init; } = true;

    /// <summary>Whether its causes name a second id.</summary>
    public bool HasExtendedRequestId { get; init; }
}
