using System.Globalization;
using Microsoft.Extensions.Configuration;

namespace TaskOrchestration.Orchestrations.Steps;

/// <summary>Reads settings; a wrong one is refused with its name, what was expected and what was found.</summary>
internal static class SettingReader
{
    /// <summary>A section, once it is sure that there is nothing in it but these settings.</summary>
    public static IConfigurationSection Checked(this IConfigurationSection section, params string[] names)
    {
        var unknown = section.GetChildren().FirstOrDefault(child => !names.Contains(child.Key, StringComparer.OrdinalIgnoreCase));
        return unknown is null ? section : throw Wrong(unknown.Path, $"one of the settings {string.Join(", ", names)}", found: null, "an unknown one");
    }

    /// <summary>A number; the given one where the setting is missing.</summary>
    public static decimal Number(this IConfigurationSection section, string name, decimal missing, decimal least, decimal most) =>
        section[name] is not { } text
            ? missing
            : decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most
                ? number
                : throw Wrong($"{section.Path}:{name}", $"a number from {least} to {most}", text);

    /// <summary>Yes or no.</summary>
    public static bool Flag(this IConfigurationSection section, string name) =>
        section[name] is not { } text ? false : bool.TryParse(text, out var flag) ? flag : throw Wrong($"{section.Path}:{name}", "true or false", text);

    /// <summary>So many days, or <c>never</c>.</summary>
    public static TimeSpan? Days(this IConfigurationSection section, string name, TimeSpan? missing) =>
        string.Equals(section[name], "never", StringComparison.OrdinalIgnoreCase)
            ? null
            : section[name] is null ? missing : TimeSpan.FromDays((double)section.Number(name, 0, 0, 36_500));

    public static InvalidOperationException Wrong(string path, string expected, string? found, string otherwise = "nothing") =>
        new($"{path}: expected {expected}, found {(found is null ? otherwise : $"'{found}'")}.");
}
