using System.Reflection;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.Azure.Functions.Worker;
using TaskOrchestration.Functions.Hosting;
using TaskOrchestration.Support;

namespace TaskOrchestration.Functions.Tests.Infra;

/// <summary>What the templates are held against.</summary>
internal static partial class Known
{
    /// <summary>Settings that the product reads and no template gives it.</summary>
    public static readonly IReadOnlySet<string> NotForAzure = new HashSet<string>
    {
        // A developer's machine has these: on Azure there are no keys of accounts, and the first key is made by whoever may.
        SettingNames.StorageConnectionString, SettingNames.FirstAdminKey,
    };

    /// <summary>Settings of sections that every host has, with defaults.</summary>
    public static readonly IReadOnlySet<string> Optional = new HashSet<string> { "Oidc__Issuer", "Oidc__Audience" };

    /// <summary>The API version of each resource type.</summary>
    public static IReadOnlyDictionary<string, string> ResourceTypes { get; } = Read("resource-types.json");

    /// <summary>The roles by their ids.</summary>
    public static IReadOnlyDictionary<string, string> Roles { get; } = Read("roles.json");

    /// <summary>The settings that the product names in one place.</summary>
    public static IReadOnlySet<string> Settings { get; } = typeof(SettingNames).GetFields(BindingFlags.Public | BindingFlags.Static)
        .Select(field => (string)field.GetRawConstantValue()!).ToHashSet();

    /// <summary>The settings that triggers and the host's files refer to, and the parts of the connections they name.</summary>
    public static IReadOnlySet<string> SettingsOfTheHost { get; } = Triggers().Concat(HostFiles()).Append("AzureWebJobsDisableHomepage").ToHashSet();

    /// <summary>What has to be set on Azure, as app settings spell it.</summary>
    public static IReadOnlySet<string> SettingsOnAzure { get; } = Settings.Except(NotForAzure).Concat(SettingsOfTheHost).Select(name => name.Replace(":", "__", StringComparison.Ordinal)).ToHashSet();

    private static Dictionary<string, string> Read(string file) =>
        JsonSerializer.Deserialize<Dictionary<string, string>>(File.ReadAllText(Repository.PathOf("tests", "Functions.Tests", "Infra", file)))!;

    private static IEnumerable<string> Triggers() => typeof(SettingNames).Assembly.GetTypes()
        .SelectMany(type => type.GetMethods(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly))
        .SelectMany(method => method.GetParameters())
        .SelectMany(parameter => parameter.GetCustomAttributes<TimerTriggerAttribute>())
        .SelectMany(trigger => References(trigger.Schedule));

    private static IEnumerable<string> HostFiles()
    {
        var texts = new[] { "host.json", Path.Combine("infra", "host.dts.json") }.Select(file => File.ReadAllText(Repository.PathOf(file))).ToList();
        return texts.SelectMany(References)
            .Concat(texts.SelectMany(text => ConnectionText().Matches(text).Select(match => match.Groups["name"].Value)))
            .Concat(texts.SelectMany(text => Connection().Matches(text).SelectMany(match => Parts(match.Groups["name"].Value))));
    }

    private static IEnumerable<string> References(string text) => Reference().Matches(text).Select(match => match.Groups["name"].Value);

    /// <summary>What a connection by identity is made of.</summary>
    private static IEnumerable<string> Parts(string connection) =>
        new[] { "credential", "clientId", "blobServiceUri", "queueServiceUri", "tableServiceUri" }.Select(part => $"{connection}__{part}");

    [GeneratedRegex("%(?<name>[A-Z_]+)%", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Reference();

    [GeneratedRegex("\"connectionName\": \"(?<name>\\w+)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Connection();

    [GeneratedRegex("\"connectionStringName\": \"(?<name>\\w+)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex ConnectionText();
}
