using System.Globalization;
using Microsoft.Extensions.Configuration;
using TaskOrchestration.Orchestrations.Resources.Events;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.Orchestrations.StatusEvents;

/// <summary>Reads the section <c>StatusEvents</c>. Read as a whole when the host starts, so that a mistake shows at once.</summary>
internal static class StatusEventSettings
{
    private const int LongestName = 64;

    /// <summary>How events are delivered.</summary>
    /// <exception cref="InvalidOperationException">A setting is wrong; the message names it.</exception>
    public static StatusEventOptions Options(IConfigurationSection section)
    {
        var standard = new StatusEventOptions();
        return new StatusEventOptions
        {
            GiveUpAfter = Duration(section.GetSection(nameof(StatusEventOptions.GiveUpAfter)), standard.GiveUpAfter),
            KeepDead = Duration(section.GetSection(nameof(StatusEventOptions.KeepDead)), standard.KeepDead),
            Concurrency = (int)Number(section.GetSection(nameof(StatusEventOptions.Concurrency)), standard.Concurrency),
        };
    }

    /// <summary><c>StatusEvents:Subscriptions:NAME</c>.</summary>
    /// <exception cref="InvalidOperationException">A setting is wrong; the message names it.</exception>
    public static IEnumerable<StatusSubscription> Subscriptions(IConfigurationSection section) => section.GetSection("Subscriptions").GetChildren().Select(one => new StatusSubscription
    {
        Name = one.Key.Length <= LongestName && one.Key.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_' or '.')
            ? one.Key
            : throw Wrong(one, $"a name of at most {LongestName} letters, digits, dots, hyphens and underscores", one.Key),
        Target = Target(one),
        StateMachines = [.. Texts(one.GetSection("StateMachines"), "the name or ARN of a state machine")],
        Statuses = [.. one.GetSection("Statuses").GetChildren().Select(Status)],
        Pattern = Pattern(one.GetSection("Pattern")),
    });

    private static StatusTarget Target(IConfigurationSection one)
    {
        var (url, queue) = (one.GetSection("Url"), one.GetSection("Queue"));
        if ((url.Value is null) == (queue.Value is null))
        {
            throw Wrong(one, "either Url or Queue", url.Value is null ? "neither" : "both");
        }

        if (queue.Value is { } name)
        {
            return name.Length > 0 ? new StatusTarget.QueueNamed(name) : throw Wrong(queue, "the name of a queue", "''");
        }

        return Uri.TryCreate(url.Value, UriKind.Absolute, out var address) && (address.Scheme == Uri.UriSchemeHttp || address.Scheme == Uri.UriSchemeHttps)
            ? new StatusTarget.Webhook(address, one["Secret"])
            : throw Wrong(url, "an http or https URL", $"'{url.Value}'");
    }

    private static ReportedStatus Status(IConfigurationSection setting) => ReportedStatuses.Find(setting.Value ?? "")
        ?? throw Wrong(setting, $"one of {string.Join(", ", Enum.GetValues<ReportedStatus>().Select(status => status.InWordsOfAws()))}", $"'{setting.Value}'");

    private static JsonObject? Pattern(IConfigurationSection setting)
    {
        if (setting.Value is null)
        {
            return null;
        }

        try
        {
            return Json.Parse(setting.Value) is JsonObject pattern && EventPattern.ProblemIn(pattern) is null ? pattern : throw NoPattern(setting);
        }
        catch (JsonSyntaxException)
        {
            throw NoPattern(setting);
        }
    }

    private static InvalidOperationException NoPattern(IConfigurationSection setting) => Wrong(setting, "an event pattern, as JSON in a text", $"'{setting.Value}'");

    private static IEnumerable<string> Texts(IConfigurationSection section, string expected) =>
        section.GetChildren().Select(one => one.Value is { Length: > 0 } text ? text : throw Wrong(one, expected, "nothing"));

    private static TimeSpan Duration(IConfigurationSection setting, TimeSpan standard) => setting.Value is null ? standard
        : TimeSpan.TryParse(setting.Value, CultureInfo.InvariantCulture, out var duration) && duration > TimeSpan.Zero ? duration
        : throw Wrong(setting, "a time like 1.00:00:00, more than none", $"'{setting.Value}'");

    private static long Number(IConfigurationSection setting, long standard) => setting.Value is null ? standard
        : long.TryParse(setting.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is >= 1 and <= 256 ? number
        : throw Wrong(setting, "a number from 1 to 256", $"'{setting.Value}'");

    private static InvalidOperationException Wrong(IConfigurationSection setting, string expected, string found) => new($"{setting.Path}: expected {expected}, found {found}.");
}
