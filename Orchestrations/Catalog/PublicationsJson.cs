using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.Orchestrations.Catalog;

/// <summary>What is published of a machine, as JSON. Names are short: a machine may have a thousand versions.</summary>
internal static class PublicationsJson
{
    public static JsonObject Write(Publications publications) => JsonObject.Of(
        ("machine", Moment(publications.MachineCreated)),
        ("last", Json.Of(publications.LastNumber)),
        ("versions", JsonArray.Of(publications.Versions.Select(Write))),
        ("aliases", JsonArray.Of(publications.Aliases.Select(Write))));

    public static Publications Read(Json json) => new()
    {
        MachineCreated = Moment(json, "machine"),
        LastNumber = (int)Whole(json, "last"),
        Versions = [.. Items(json, "versions").Select(ReadVersion)],
        Aliases = [.. Items(json, "aliases").Select(ReadAlias)],
    };

    private static JsonObject Write(MachineVersion version) => new JsonObjectBuilder(4)
        .Set("n", Json.Of(version.Number))
        .Set("r", Json.Of(version.Revision))
        .Set("at", Moment(version.CreationDate))
        .SetIfPresent("d", version.Description)
        .Build();

    private static MachineVersion ReadVersion(Json json) => new()
    {
        Number = (int)Whole(json, "n"),
        Revision = Whole(json, "r"),
        CreationDate = Moment(json, "at"),
        Description = OptionalText(json, "d"),
    };

    private static JsonObject Write(MachineAlias alias) => new JsonObjectBuilder(5)
        .Set("n", Json.Of(alias.Name))
        .Set("routes", JsonArray.Of(alias.Routes.Select(route => JsonObject.Of(("v", Json.Of(route.Version)), ("w", Json.Of(route.Weight))))))
        .Set("at", Moment(alias.CreationDate))
        .Set("changed", Moment(alias.UpdateDate))
        .SetIfPresent("d", alias.Description)
        .Build();

    private static MachineAlias ReadAlias(Json json) => new()
    {
        Name = OptionalText(json, "n") ?? throw Unreadable(json, "n"),
        Routes = [.. Items(json, "routes").Select(route => new AliasRoute((int)Whole(route, "v"), (int)Whole(route, "w")))],
        CreationDate = Moment(json, "at"),
        UpdateDate = Moment(json, "changed"),
        Description = OptionalText(json, "d"),
    };

    private static Json Moment(DateTimeOffset moment) => Json.Of(moment.ToUnixTimeMilliseconds());

    private static DateTimeOffset Moment(Json json, string name) => DateTimeOffset.FromUnixTimeMilliseconds(Whole(json, name));

    private static IEnumerable<Json> Items(Json json, string name) => Member(json, name) as JsonArray ?? throw Unreadable(json, name);

    private static long Whole(Json json, string name) =>
        Member(json, name) is JsonNumber number && number.TryGetInteger(out var value) ? value : throw Unreadable(json, name);

    private static string? OptionalText(Json json, string name) => (Member(json, name) as JsonString)?.Value;

    private static Json? Member(Json json, string name) => (json as JsonObject)?[name];

    private static FormatException Unreadable(Json json, string name) => new($"expected \"{name}\" in what is kept of versions and aliases, found {json}");
}
