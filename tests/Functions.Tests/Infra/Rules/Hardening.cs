using TaskOrchestration.Functions.Tests.Infra.Bicep;

namespace TaskOrchestration.Functions.Tests.Infra.Rules;

/// <summary>What stands in the way of those who should not get in, and of accidents, is in place.</summary>
internal sealed class Hardening : ITemplateRule
{
    private const string Account = "Microsoft.Storage/storageAccounts";

    /// <summary>What a resource of a type has to say, wherever it is.</summary>
    private static readonly (string Type, string Path, string Value)[] Expected =
    [
        (Account, "properties.allowSharedKeyAccess", "false"),
        (Account, "properties.allowBlobPublicAccess", "false"),
        (Account, "properties.allowCrossTenantReplication", "false"),
        (Account, "properties.minimumTlsVersion", "TLS1_2"),
        (Account, "properties.supportsHttpsTrafficOnly", "true"),
        ($"{Account}/blobServices/containers", "properties.publicAccess", "None"),
        ("Microsoft.Web/sites", "properties.httpsOnly", "true"),
        ("Microsoft.Web/sites", "properties.siteConfig.minTlsVersion", "1.2"),
        ("Microsoft.Web/sites", "properties.functionAppConfig.deployment.storage.authentication.type", "UserAssignedIdentity"),
        ("Microsoft.Web/sites", "properties.functionAppConfig.runtime.version", "10.0"),
        ("Microsoft.Web/serverfarms", "sku.name", "FC1"),
        ("Microsoft.Insights/components", "properties.DisableLocalAuth", "true"),
        ("Microsoft.OperationalInsights/workspaces", "properties.features.disableLocalAuth", "true"),
        ("Microsoft.KeyVault/vaults", "properties.enableRbacAuthorization", "true"),
        ("Microsoft.KeyVault/vaults", "properties.enablePurgeProtection", "true"),
    ];

    /// <summary>What the account that holds tables and blobs of the business has to say of its blobs; the other one must say the opposite.</summary>
    private static readonly string[] Recovery = ["properties.isVersioningEnabled", "properties.deleteRetentionPolicy.enabled", "properties.containerDeleteRetentionPolicy.enabled"];

    public IEnumerable<Finding> Check(Templates templates) => templates.Resources
        .Where(found => !found.Resource.IsExisting)
        .SelectMany(found => Expectations(found.File, found.Resource)
            .Where(expected => Plain(found.Resource, expected.Path) != expected.Value)
            .Select(expected => new Finding(found.File.Path, found.Resource.Line, $"{found.Resource.Name}: expected {expected.Path} to be {expected.Value}, found {Plain(found.Resource, expected.Path) ?? "nothing"}")));

    private static IEnumerable<(string Path, string Value)> Expectations(BicepFile file, Declaration resource)
    {
        var type = resource.Type.Split('@')[0];
        var everywhere = Expected.Where(expected => expected.Type == type).Select(expected => (expected.Path, expected.Value));
        return type == $"{Account}/blobServices" ? everywhere.Concat(Recovery.Select(path => (path, HoldsData(file) ? "true" : "false"))) : everywhere;
    }

    private static bool HoldsData(BicepFile file) => file.Resources.Any(resource => resource.Type.StartsWith($"{Account}/tableServices/tables@", StringComparison.Ordinal));

    private static string? Plain(Declaration resource, string path)
    {
        Expression? found = resource.Body;
        foreach (var name in path.Split('.'))
        {
            found = (found as Expression.Record)?[name];
        }

        return found switch { Expression.Text text => text.Value, Expression.Literal literal => literal.Value, _ => null };
    }
}
