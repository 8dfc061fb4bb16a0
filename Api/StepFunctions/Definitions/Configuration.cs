using System.Text.RegularExpressions;
using TaskOrchestration.Api.StepFunctions.Wire;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.Api.StepFunctions.Definitions;

/// <summary>The configurations of a machine as requests bring them, completed with AWS's defaults.</summary>
/// <remarks>They are kept and shown. Logs are written as they say; no key of AWS encrypts anything here, and nothing is traced to X-Ray.</remarks>
internal sealed partial record Configuration
{
    private const int DefaultReuseSeconds = 300;

    /// <summary>The logging configuration of a machine created without one.</summary>
    public static readonly JsonObject NoLogging = JsonObject.Of(("level", Json.Of("OFF")), ("includeExecutionData", Json.False));

    /// <summary>The tracing configuration of a machine created without one.</summary>
    public static readonly JsonObject NoTracing = JsonObject.Of(("enabled", Json.False));

    /// <summary>The encryption configuration of a machine created without one.</summary>
    public static readonly JsonObject OwnedKey = JsonObject.Of(("type", Json.Of("AWS_OWNED_KEY")));

    public JsonObject? Logging { get; private init; }

    public JsonObject? Tracing { get; private init; }

    public JsonObject? Encryption { get; private init; }

    public bool IsEmpty => Logging is null && Tracing is null && Encryption is null;

    public static Configuration Read(RequestFields fields) => new()
    {
        Logging = fields.Structure("loggingConfiguration") is { } logging ? ReadLogging(logging) : null,
        Tracing = fields.Structure("tracingConfiguration") is { } tracing ? ReadTracing(tracing) : null,
        Encryption = fields.Structure("encryptionConfiguration") is { } encryption ? ReadEncryption(encryption) : null,
    };

    /// <summary>What AWS checks once every value is within its bounds.</summary>
    public void Check()
    {
        if (Logging is { } logging && !Json.Of("OFF").Equals(logging["level"]) && logging["destinations"] is not JsonArray { Count: 1 })
        {
            throw AwsErrors.InvalidLoggingConfiguration("Must specify exactly one Log Destination.");
        }

        if (Encryption is { } encryption && WhyNot(encryption) is { } reason)
        {
            throw AwsErrors.InvalidEncryptionConfiguration(reason);
        }
    }

    private static string? WhyNot(JsonObject encryption)
    {
        var key = (encryption["kmsKeyId"] as JsonString)?.Value;
        if (IsOwnedKey(encryption))
        {
            return key is not null || encryption["kmsDataKeyReusePeriodSeconds"] is not null
                ? "kmsKeyId and kmsDataKeyReusePeriodSeconds can only be set when type is CUSTOMER_MANAGED_KMS_KEY"
                : null;
        }

        return key is null ? "kmsKeyId must be set when type is CUSTOMER_MANAGED_KMS_KEY"
            : !KmsKey().IsMatch(key) ? $"kmsKeyId must be the ID, the ARN or an alias of a key. Received: '{key}'"
            : null;
    }

    private static bool IsOwnedKey(JsonObject encryption) => encryption["type"]!.Equals(OwnedKey["type"]);

    [GeneratedRegex(@"^(arn:aws[a-z-]*:kms:[a-z0-9-]+:[0-9]{12}:)?((key/)?[a-zA-Z0-9-]+|alias/[a-zA-Z0-9/_-]+)\z", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex KmsKey();

    private static JsonObject ReadLogging(RequestFields fields)
    {
        var level = fields.OneOf("level", "ALL", "ERROR", "FATAL", "OFF") ?? "OFF";
        var withData = fields.Flag("includeExecutionData") ?? false;
        var destinations = fields.Structures("destinations")?.Select(ReadDestination).ToArray();
        return new JsonObjectBuilder()
            .Set("level", Json.Of(level))
            .Set("includeExecutionData", Json.Of(withData))
            .SetIfPresent("destinations", destinations is null ? null : JsonArray.Of(destinations))
            .Build();
    }

    private static JsonObject ReadDestination(RequestFields fields)
    {
        var group = fields.Structure("cloudWatchLogsLogGroup");
        var arn = group?.OptionalText("logGroupArn", 1, Bounds.Arn);
        return group is null
            ? JsonObject.Empty
            : JsonObject.Of(("cloudWatchLogsLogGroup", new JsonObjectBuilder().SetIfPresent("logGroupArn", arn).Build()));
    }

    private static JsonObject ReadTracing(RequestFields fields) => JsonObject.Of(("enabled", Json.Of(fields.Flag("enabled") ?? false)));

    private static JsonObject ReadEncryption(RequestFields fields)
    {
        var type = fields.OneOf("type", "AWS_OWNED_KEY", "CUSTOMER_MANAGED_KMS_KEY");
        fields.Require("type");
        var key = fields.OptionalText("kmsKeyId", 1, 2_048);
        var reuse = fields.Integer("kmsDataKeyReusePeriodSeconds", 60, 900);
        var shownReuse = reuse ?? (type == "CUSTOMER_MANAGED_KMS_KEY" ? DefaultReuseSeconds : null);
        return new JsonObjectBuilder()
            .SetIfPresent("type", type)
            .SetIfPresent("kmsKeyId", key)
            .SetIfPresent("kmsDataKeyReusePeriodSeconds", shownReuse is { } seconds ? Json.Of(seconds) : null)
            .Build();
    }
}
