using System.Collections.Frozen;
using Microsoft.AspNetCore.Http;
using TaskOrchestration.Api.StepFunctions.Wire;
using TaskOrchestration.Domain.Access;
using TaskOrchestration.Orchestrations.Catalog;
using TaskOrchestration.StatesLanguage.Executions;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.Api.Access;

/// <summary>Keeps callers whose key is for some machines to these, on the Step Functions API.</summary>
/// <remarks>What an ARN belongs to follows from its text, so nothing is looked up. A machine may start others whatever its author's key is for: what it does is its definition's affair, as a role's is on AWS.</remarks>
public sealed class MachineLimits(ArnScheme arns)
{
    /// <summary>The members of requests that name what they are about.</summary>
    private static readonly string[] Subjects = ["stateMachineArn", "executionArn", "mapRunArn", "activityArn", "resourceArn", "stateMachineVersionArn", "stateMachineAliasArn"];

    /// <summary>Actions that are about no machine, or about those that the list then shows.</summary>
    private static readonly FrozenSet<string> AboutNone = FrozenSet.Create("ListActivities", "ListStateMachines", "ValidateStateMachineDefinition");

    /// <summary>Lists that show no more than what the key is for: the member with the items, and the one of an item with its ARN.</summary>
    private static readonly FrozenDictionary<string, (string Items, string Arn)> Lists = new Dictionary<string, (string, string)>
    {
        ["ListActivities"] = ("activities", "activityArn"),
        ["ListStateMachines"] = ("stateMachines", "stateMachineArn"),
    }.ToFrozenDictionary();

    /// <summary>Whether an action can be about some machines and not others. One of no machine at all, which may do what any of them does, is not for keys that are for some.</summary>
    public static bool MayLimit(string action) => action != "TestState";

    /// <summary>Turns away a request about a machine that the caller's key is not for.</summary>
    /// <exception cref="AwsException">It is about such a machine.</exception>
    public void Check(HttpContext context, string action, JsonObject request)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(request);
        if (context.Features.Get<Caller>() is not { Machines: { IsAll: false } machines } caller || AboutNone.Contains(action))
        {
            return;
        }

        // What else the request may say: an action that reads none of it could not be held to it.
        var named = MayLimit(action) ? Named(action, request).ToList() : [];
        if (named.Count == 0)
        {
            throw AwsErrors.AccessDenied(caller.Name, action, "*");
        }

        if (named.FirstOrDefault(arn => !machines.Allows(arn)) is { } foreign)
        {
            throw AwsErrors.AccessDenied(caller.Name, action, foreign);
        }
    }

    /// <summary>An answer without what the caller's key is not for. Where a page of a list loses some, the next ones take their place.</summary>
    public static ValueTask<JsonObject> AnswerAsync(HttpContext context, string action, JsonObject request, Func<JsonObject, ValueTask<JsonObject>> ask)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(ask);
        return context.Features.Get<Caller>() is { Machines: { IsAll: false } machines } && Lists.TryGetValue(action, out var list)
            ? SeenPages.AnswerAsync(request, list.Items, item => new(machines.Allows(((item as JsonObject)?[list.Arn] as JsonString)?.Value ?? "")), ask)
            : ask(request);
    }

    private IEnumerable<string> Named(string action, JsonObject request)
    {
        foreach (var member in Subjects)
        {
            if (Text(request, member) is { } arn)
            {
                yield return arn;
            }
        }

        foreach (var route in (request["routingConfiguration"] as JsonArray ?? JsonArray.Empty).OfType<JsonObject>())
        {
            if (Text(route, "stateMachineVersionArn") is { } arn)
            {
                yield return arn;
            }
        }

        if (Made(action, request) is { } made)
        {
            yield return made;
        }

        if (Text(request, "taskToken") is { } token && TaskToken.TryParse(token, out var task))
        {
            yield return task.ExecutionArn;
        }
    }

    private string? Made(string action, JsonObject request) => (action, Text(request, "name")) switch
    {
        (_, null) => null,
        ("CreateStateMachine", var name) => arns.StateMachine(name),
        ("CreateActivity", var name) => arns.Activity(name),
        _ => null,
    };

    private static string? Text(JsonObject request, string member) => (request[member] as JsonString)?.Value;
}
