using TaskOrchestration.Api.StepFunctions.Wire;
using TaskOrchestration.Orchestrations.Catalog;
using TaskOrchestration.StatesLanguage.States;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.Api.StepFunctions.Definitions;

/// <summary>Which versions an alias leads to, as requests bring it and answers show it.</summary>
/// <param name="Items">The ARNs of the versions, each with its weight.</param>
internal sealed record RoutingConfiguration(ValueList<(string Arn, int Weight)> Items)
{
    private const string Name = "routingConfiguration";
    private const int Most = 2;

    /// <summary>The configuration of a request; null where it has none.</summary>
    public static RoutingConfiguration? Read(RequestFields fields)
    {
        if (fields.Structures(Name) is not { } structures)
        {
            return null;
        }

        ValueList<(string Arn, int Weight)> items = [.. structures.Select(ReadItem)];
        if (items.Count is 0 or > Most)
        {
            var shown = items.Select(item => $"RoutingConfigurationListItem(stateMachineVersionArn={item.Arn}, weight={item.Weight})");
            fields.Refuse(
                Name,
                $"[{string.Join(", ", shown)}]",
                items.Count == 0 ? "Member must have length greater than or equal to 1" : $"Member must have length less than or equal to {Most}");
        }

        return new RoutingConfiguration(items);
    }

    /// <summary>The machine whose versions they all are, and the routes.</summary>
    /// <exception cref="AwsException">They are no versions of one machine, or their weights are wrong.</exception>
    public (string Machine, ValueList<AliasRoute> Routes) Resolve()
    {
        var named = Items.Select(item => (QualifiedArn.Read(Arn.OfStateMachine(item.Arn)), item.Weight)).ToArray();
        if (named.Any(item => item.Item1.Version is null))
        {
            throw AwsErrors.InvalidRoutingConfiguration($"Routing configuration must contain state machine version ARNs. Received: [{Arns}]");
        }

        if (named.DistinctBy(item => item.Item1).Count() < named.Length)
        {
            throw AwsErrors.InvalidRoutingConfiguration($"Routing configuration must contain distinct state machine version ARNs. Received: [{Arns}]");
        }

        if (named.DistinctBy(item => item.Item1.Machine).Count() > 1)
        {
            throw AwsErrors.InvalidRoutingConfiguration($"Routing configuration must contain versions of one state machine. Received: [{Arns}]");
        }

        return Items.Sum(item => item.Weight) == Bounds.Weight
            ? (named[0].Item1.Machine, [.. named.Select(item => new AliasRoute(item.Item1.Version!.Value, item.Weight))])
            : throw AwsErrors.InvalidRoutingConfiguration(
                $"Sum of routing configuration weights must equal 100. Received: [{string.Join(", ", Items.Select(item => item.Weight))}]");
    }

    /// <summary>The routes of an alias in an answer.</summary>
    public static JsonArray Write(string machine, ValueList<AliasRoute> routes) => JsonArray.Of(routes.Select(route => JsonObject.Of(
        ("stateMachineVersionArn", Json.Of(QualifiedArn.OfVersion(machine, route.Version))),
        ("weight", Json.Of(route.Weight)))));

    private string Arns => string.Join(", ", Items.Select(item => item.Arn));

    private static (string Arn, int Weight) ReadItem(RequestFields item)
    {
        item.Require("stateMachineVersionArn");
        item.Require("weight");
        return (item.OptionalText("stateMachineVersionArn", 1, Bounds.Arn) ?? "", item.Integer("weight", 0, Bounds.Weight) ?? 0);
    }
}
