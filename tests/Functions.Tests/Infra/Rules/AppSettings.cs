using TaskOrchestration.Functions.Tests.Infra.Bicep;

namespace TaskOrchestration.Functions.Tests.Infra.Rules;

/// <summary>The app is given every setting that it or the host reads, and none that nobody reads.</summary>
/// <param name="read">What is read, as app settings spell it: two underscores between the parts.</param>
/// <param name="optional">What may be given besides.</param>
internal sealed class AppSettings(IReadOnlySet<string> read, IReadOnlySet<string> optional) : ITemplateRule
{
    public IEnumerable<Finding> Check(Templates templates)
    {
        foreach (var (file, app) in templates.Resources.Where(found => found.Resource.Type.StartsWith("Microsoft.Web/sites@", StringComparison.Ordinal) && !found.Resource.IsExisting))
        {
            var given = GivenTo(file, app);
            foreach (var missing in read.Except(given.Keys).Order(StringComparer.Ordinal))
            {
                yield return new Finding(file.Path, app.Line, $"the app reads {missing}, which is not set");
            }

            foreach (var (name, line) in given.Where(setting => !read.Contains(setting.Key) && !optional.Contains(setting.Key)))
            {
                yield return new Finding(file.Path, line, $"nobody reads {name}");
            }
        }
    }

    /// <summary>The settings of an app, with the lines they are given in.</summary>
    public static IReadOnlyDictionary<string, int> GivenTo(BicepFile file, Declaration app)
    {
        var settings = ((app.Body?["properties"] as Expression.Record)?["siteConfig"] as Expression.Record)?["appSettings"];
        return settings is null ? new Dictionary<string, int>() : In(file, settings).DistinctBy(setting => setting.Name).ToDictionary(setting => setting.Name, setting => setting.Line);
    }

    /// <summary>Either objects with a property for each setting, put together, or a list of objects with names.</summary>
    private static IEnumerable<(string Name, int Line)> In(BicepFile file, Expression expression) => expression switch
    {
        Expression.Call { Function: "map", Arguments: [var source, _] } => In(file, source),
        Expression.Call { Function: "items" or "union" } call => call.Arguments.SelectMany(argument => In(file, argument)),
        Expression.Name name => file.Find(name.Value)?.Value is { } value ? In(file, value) : [],
        Expression.Choice choice => In(file, choice.Then).Concat(In(file, choice.Else)),
        Expression.Record record => record.Properties.Where(property => property.Name is not null).Select(property => (property.Name!, property.Key.Line)),
        Expression.List list => list.Items.OfType<Expression.Record>().Select(item => item["name"]).OfType<Expression.Text>().Select(name => (name.Value ?? "", name.Line)),
        _ => [],
    };
}
