using Azure.Core;

namespace Azure.Data.Tables;

/// <summary>How requests to the Table service are made.</summary>
public class TableClientOptions : ClientOptions
{
    public TableClientOptions(ServiceVersion serviceVersion = ServiceVersion.V2020_12_06)
    {
        VersionText = serviceVersion switch
        {
            ServiceVersion.V2019_02_02 => "2019-02-02",
            ServiceVersion.V2020_12_06 => "2020-12-06",
            _ => throw new ArgumentOutOfRangeException(nameof(serviceVersion), serviceVersion, "Expected a version this client knows."),
        };
    }

    /// <summary>The versions of the service's API.</summary>
    public enum ServiceVersion
    {
#pragma warning disable CA1707 // These are the original's names.
        V2019_02_02 = 1,
        V2020_12_06 = 2,
#pragma warning restore CA1707
    }

    public bool EnableTenantDiscovery { get; set; }

    public TableAudience? Audience { get; set; }

    internal string VersionText { get; }
}
