namespace TaskOrchestration.Functions.Hosting;

/// <summary>The app settings that the product reads itself, beside the sections it has on every host (<c>Tasks</c>, <c>Throttling</c>, <c>Oidc</c> and others, which have defaults).</summary>
/// <remarks>local.settings.sample.json has them all. In app settings of Azure <c>__</c> stands for the colon.</remarks>
public static class SettingNames
{
    /// <summary>What API keys' secrets are encrypted under: 32 bytes in base64, the same for all instances.</summary>
    public const string MasterKey = "MasterKey";

    /// <summary>Id and secret, with a dot between them, of a key for an admin that is made while there are no keys; optional.</summary>
    public const string FirstAdminKey = "FirstAdminKey";

    /// <summary>The tables and blobs that the product keeps its records in, by a connection string.</summary>
    public const string StorageConnectionString = "Storage:ConnectionString";

    /// <summary>The tables, for the app's own identity.</summary>
    public const string TableServiceUri = "Storage:TableServiceUri";

    /// <summary>The blobs, for the app's own identity.</summary>
    public const string BlobServiceUri = "Storage:BlobServiceUri";

    /// <summary>Which user-assigned identity the app is.</summary>
    public const string ClientId = "AZURE_CLIENT_ID";

    /// <summary>Where telemetry goes; nowhere without it.</summary>
    public const string ApplicationInsights = "APPLICATIONINSIGHTS_CONNECTION_STRING";

    /// <summary>Who sends telemetry: <c>Authorization=AAD</c>, with <c>ClientId=...</c> for a user-assigned identity. The Functions host reads it too.</summary>
    public const string ApplicationInsightsAuthentication = "APPLICATIONINSIGHTS_AUTHENTICATION_STRING";

    /// <summary>How the share of traces is told that is kept though nothing went wrong in them. The Functions host reads it too.</summary>
    public const string TraceSampler = "OTEL_TRACES_SAMPLER";

    /// <summary>That share, from 0 to 1.</summary>
    public const string TraceSamplerArgument = "OTEL_TRACES_SAMPLER_ARG";

    /// <summary>When SettlementBatch is due: six fields, in UTC.</summary>
    public const string SettlementSchedule = "SETTLEMENT_SCHEDULE";

    /// <summary>When RetentionSweep is due: six fields, in UTC.</summary>
    public const string RetentionSchedule = "RETENTION_SCHEDULE";

    /// <summary>When the product looks after itself: six fields, in UTC.</summary>
    public const string UpkeepSchedule = "UPKEEP_SCHEDULE";
}
