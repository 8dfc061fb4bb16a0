using System.Globalization;
using TaskOrchestration.Functions.Tests.Infra.Bicep;

namespace TaskOrchestration.Functions.Tests.Infra.Rules;

/// <summary>A name is never longer than Azure allows, whatever an installation is called; a module says so of the names it is given, and gets no longer ones.</summary>
/// <seealso href="https://learn.microsoft.com/azure/azure-resource-manager/management/resource-name-rules">Naming rules</seealso>
internal sealed class NameLengths : ITemplateRule
{
    private const int HashLength = 13;
    private const int GuidLength = 36;

    private static readonly Dictionary<string, int> Limits = new()
    {
        ["Microsoft.ApiManagement/service"] = 50,
        ["Microsoft.DurableTask/schedulers"] = 64,
        ["Microsoft.DurableTask/schedulers/taskHubs"] = 64,
        ["Microsoft.Insights/actionGroups"] = 260,
        ["Microsoft.Insights/components"] = 255,
        ["Microsoft.KeyVault/vaults"] = 24,
        ["Microsoft.ManagedIdentity/userAssignedIdentities"] = 128,
        ["Microsoft.OperationalInsights/workspaces"] = 63,
        ["Microsoft.Resources/resourceGroups"] = 90,
        ["Microsoft.Storage/storageAccounts"] = 24,
        ["Microsoft.Storage/storageAccounts/blobServices/containers"] = 63,
        ["Microsoft.Storage/storageAccounts/tableServices/tables"] = 63,
        ["Microsoft.Web/serverfarms"] = 40,
        ["Microsoft.Web/sites"] = 60,
    };

    public IEnumerable<Finding> Check(Templates templates) => Resources(templates).Concat(Arguments(templates)).Concat(StorageNames(templates));

    private static IEnumerable<Finding> Resources(Templates templates) => templates.Resources
        .Where(found => !found.Resource.IsExisting && Limits.ContainsKey(TypeOf(found.Resource)) && found.Resource.Body?["name"] is not null)
        .Select(found => (found.File, found.Resource, Longest: Longest(found.File, found.Resource.Body!["name"]!, Loop(found.Resource)), Limit: Limits[TypeOf(found.Resource)]))
        .Where(name => !(name.Longest <= name.Limit))
        .Select(name => new Finding(name.File.Path, name.Resource.Line, $"{name.Resource.Name}: the name may have {Said(name.Longest)} characters, of {name.Limit}"));

    private static IEnumerable<Finding> Arguments(Templates templates) =>
        from found in templates.Modules
        from argument in (found.Module.Body?["params"] as Expression.Record)?.Properties ?? []
        let declared = templates.TargetOf(found.File, found.Module)?.Parameters.FirstOrDefault(parameter => parameter.Name == argument.Name)
        where declared?.Said("maxLength") is not null && declared.Type == "string"
        let limit = Number(declared.Said("maxLength"))
        let longest = Longest(found.File, argument.Value, loop: null)
        where !(longest <= limit)
        select new Finding(found.File.Path, argument.Value.Line, $"{found.Module.Name}.{argument.Name} may have {Said(longest)} characters, of {limit}");

    /// <summary>Storage accounts have lower-case letters and digits only.</summary>
    private static IEnumerable<Finding> StorageNames(Templates templates) =>
        from found in templates.Modules
        let target = templates.TargetOf(found.File, found.Module)
        where target is not null && target.Resources.Any(resource => TypeOf(resource) == "Microsoft.Storage/storageAccounts" && !resource.IsExisting)
        let name = (found.Module.Body?["params"] as Expression.Record)?["name"]
        where name is not null && name.All.OfType<Expression.Literal>().Any(piece => piece.Value.Any(c => !char.IsAsciiLetterLower(c) && !char.IsAsciiDigit(c)))
        select new Finding(found.File.Path, name.Line, $"{found.Module.Name}: expected lower-case letters and digits in the name of a storage account");

    private static string TypeOf(Declaration resource) => resource.Type.Split('@')[0];

    private static Expression.Loop? Loop(Declaration resource) => resource.Value as Expression.Loop;

    /// <summary>How long a text may get; null if nobody can say.</summary>
    private static int? Longest(BicepFile file, Expression expression, Expression.Loop? loop) => expression switch
    {
        Expression.Literal literal => literal.Value.Length,
        Expression.Text text => text.Pieces.Select(piece => Longest(file, piece, loop)).Aggregate((int?)0, (sum, piece) => sum + piece),
        Expression.Name name when loop?.Variables[0] == name.Value => LongestItem(file, loop),
        Expression.Name name => file.Find(name.Value) switch
        {
            { Keyword: "var", Value: { } value } => Longest(file, value, loop),
            { Keyword: "param" } parameter => parameter.Said("maxLength") is { } most ? Number(most) : parameter.Said("allowed") is Expression.List list ? list.Items.Max(item => Longest(file, item, loop)) : null,
            _ => null,
        },
        Expression.Call { Function: "toLower", Arguments: [var inner] } => Longest(file, inner, loop),
        Expression.Call { Function: "uniqueString" } => HashLength,
        Expression.Call { Function: "guid" } => GuidLength,
        Expression.Call { Function: "take", Arguments: [_, var most] } => Number(most),
        _ => null,
    };

    private static int? LongestItem(BicepFile file, Expression.Loop loop) =>
        loop.Source is Expression.Name source && file.Find(source.Value)?.Value is Expression.List list ? list.Items.Max(item => Longest(file, item, loop: null)) : null;

    private static int Number(Expression? expression) => int.Parse(((Expression.Literal)expression!).Value, CultureInfo.InvariantCulture);

    private static string Said(int? longest) => longest is { } length ? $"{length}" : "any number of";
}
