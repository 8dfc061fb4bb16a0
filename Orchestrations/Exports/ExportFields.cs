using System.Globalization;
using TaskOrchestration.Domain.Tasks;
using TaskOrchestration.Orchestrations.Resources;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.Orchestrations.Exports;

/// <summary>What the workflow of an export hands from state to state.</summary>
internal static class ExportFields
{
    /// <summary>The filter as JSON.</summary>
    public static JsonObject Write(TaskQuery filter) => new JsonObjectBuilder()
        .SetIfPresent("owner", filter.Owner)
        .Set("statuses", JsonArray.Of(filter.Statuses.Select(status => Json.Of(status.ToString()))))
        .Set("kinds", JsonArray.Of(filter.Kinds.Select(kind => Json.Of(kind.ToString()))))
        .SetIfPresent("createdFrom", Text(filter.CreatedFrom))
        .SetIfPresent("createdTo", Text(filter.CreatedTo))
        .SetIfPresent("text", filter.Text)
        .Set("sort", Json.Of(filter.Sort.ToString()))
        .Set("isDescending", Json.Of(filter.IsDescending))
        .Build();

    /// <summary>The filter of an input.</summary>
    public static TaskQuery ReadFilter(Json input)
    {
        var filter = Member(input, "filter") as JsonObject ?? throw Wrong("filter", "an object", Member(input, "filter"));
        return new TaskQuery
        {
            Owner = (filter["owner"] as JsonString)?.Value,
            Statuses = [.. Items(filter["statuses"]).Select(item => Named<TrackedStatus>("statuses", item))],
            Kinds = [.. Items(filter["kinds"]).Select(item => Named<TaskKind>("kinds", item))],
            CreatedFrom = Moment("createdFrom", filter["createdFrom"]),
            CreatedTo = Moment("createdTo", filter["createdTo"]),
            Text = (filter["text"] as JsonString)?.Value,
            Sort = filter["sort"] is { } sort ? Named<TaskSort>("sort", sort) : TaskSort.Created,
            IsDescending = filter["isDescending"] is not { } descending || ReferenceEquals(descending, Json.True),
        };
    }

    /// <summary>The format of an input.</summary>
    public static ExportFormat ReadFormat(Json input) => Named<ExportFormat>("format", Member(input, "format"));

    /// <summary>A member of an input.</summary>
    public static Json? Member(Json input, string name) => (input as JsonObject)?[name];

    /// <summary>A whole number of an object.</summary>
    public static long ReadNumber(Json? holder, string name) =>
        (holder as JsonObject)?[name] is JsonNumber number && number.TryGetInteger(out var value) ? value : throw Wrong(name, "a whole number", (holder as JsonObject)?[name]);

    /// <summary>The items of a list.</summary>
    public static IEnumerable<Json> Items(Json? list) => list as JsonArray ?? JsonArray.Empty;

    private static T Named<T>(string name, Json? value)
        where T : struct, Enum =>
        value is JsonString text && Enum.TryParse<T>(text.Value, ignoreCase: true, out var known) && Enum.IsDefined(known) && !char.IsAsciiDigit(text.Value[0])
            ? known
            : throw Wrong(name, string.Join(", ", Enum.GetNames<T>()), value);

    private static DateTimeOffset? Moment(string name, Json? value) => value switch
    {
        null or JsonNull => null,
        JsonString text when DateTimeOffset.TryParse(text.Value, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var moment) => moment,
        _ => throw Wrong(name, "a moment", value),
    };

    private static string? Text(DateTimeOffset? moment) => moment?.ToString("O", CultureInfo.InvariantCulture);

    private static TaskFailureException Wrong(string name, string expected, Json? found) =>
        new(HandlerFailure.Of("InvalidExport", $"{name}: expected {expected}, found {found?.ToString() ?? "nothing"}."));
}
