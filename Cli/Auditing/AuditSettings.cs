using Microsoft.Extensions.Configuration;

namespace TaskOrchestration.Cli.Auditing;

/// <summary>What a data folder's settings say about the audit journal.</summary>
internal static class AuditSettings
{
    /// <summary>The setting that puts the file of the journal's head elsewhere than beside the journal: onto another disk, say.</summary>
    public const string HeadFile = "Audit:HeadFile";

    /// <summary>Where the head is noted; none for beside the journal.</summary>
    /// <exception cref="InvalidDataException">The settings cannot be read.</exception>
    public static string? HeadFileOf(string dataFolder)
    {
        var settings = new ConfigurationBuilder().AddJsonFile(Path.Combine(dataFolder, "appsettings.json"), optional: true).AddEnvironmentVariables().Build();
        return settings[HeadFile];
    }
}
