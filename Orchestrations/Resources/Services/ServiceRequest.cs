using System.Diagnostics.CodeAnalysis;
using TaskOrchestration.Orchestrations.Catalog;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.Orchestrations.Resources.Services;

/// <summary>What a service is asked for by a task.</summary>
public sealed class ServiceRequest
{
    /// <summary>A request.</summary>
    /// <param name="call">The task.</param>
    /// <param name="isByHand">Whether it came through the integration made by hand.</param>
    public ServiceRequest(TaskCall call, bool isByHand)
    {
        ArgumentNullException.ThrowIfNull(call);
        Call = call;
        IsByHand = isByHand;
        Parameters = call.Request.Input as JsonObject ?? JsonObject.Empty;
        Attempt = RequestId.Of(call);
    }

    private ServiceRequest(ServiceRequest outer, JsonObject parameters)
    {
        Call = outer.Call;
        IsByHand = outer.IsByHand;
        Attempt = outer.Attempt;
        Parameters = parameters;
    }

    /// <summary>The task.</summary>
    public TaskCall Call { get; }

    /// <summary>Whether it came through the integration made by hand, not that of <c>aws-sdk</c>.</summary>
    public bool IsByHand { get; }

    /// <summary>What it was given.</summary>
    public JsonObject Parameters { get; }

    /// <summary>The attempt: the same again when it is asked for again after a crash, another for a retry.</summary>
    public string Attempt { get; }

    /// <summary>The region and the account of the machine that asks.</summary>
    public ArnScheme Place => Call.Execution.StateMachineArn.Split(':') is { Length: > 4 } parts ? new ArnScheme(parts[3], parts[4]) : new ArnScheme();

    /// <summary>A parameter, or null where it is absent; what is JSON null is absent.</summary>
    public Json? this[string name] => Parameters[name] is { } value and not JsonNull ? value : null;

    /// <summary>A parameter that the service takes as a text. Anything else is written as JSON first, as AWS does.</summary>
    public string? Text(string name) => this[name] switch
    {
        null => null,
        JsonString text => text.Value,
        var other => other.ToString(),
    };

    /// <summary>A parameter that is a whole number, be it as a text.</summary>
    /// <exception cref="ServiceException">It is something else.</exception>
    public long? Integer(string name) => this[name] switch
    {
        null => null,
        JsonNumber number when number.TryGetInteger(out var value) => value,
        JsonString text when long.TryParse(text.Value, out var value) => value,
        var other => throw Unfit(name, "a whole number", other),
    };

    /// <summary>A parameter that is true or false, be it as a text; false where it is absent.</summary>
    /// <exception cref="ServiceException">It is something else.</exception>
    public bool Flag(string name) => this[name] switch
    {
        null => false,
        JsonBoolean flag => flag.Value,
        JsonString text when bool.TryParse(text.Value, out var value) => value,
        var other => throw Unfit(name, "true or false", other),
    };

    /// <summary>A parameter that has members.</summary>
    /// <exception cref="ServiceException">It is something else.</exception>
    public JsonObject? Structure(string name) => this[name] switch
    {
        null => null,
        JsonObject members => members,
        var other => throw Unfit(name, "an object", other),
    };

    /// <summary>A parameter that is a list.</summary>
    /// <exception cref="ServiceException">It is something else.</exception>
    public JsonArray? List(string name) => this[name] switch
    {
        null => null,
        JsonArray items => items,
        var other => throw Unfit(name, "a list", other),
    };

    /// <summary>A part of this request that is like a request of its own.</summary>
    public ServiceRequest Within(Json part) => new(this, part as JsonObject ?? JsonObject.Empty);

    [DoesNotReturn]
    private static ServiceException Unfit(string name, string expected, Json found) =>
        throw new ServiceException("SerializationException", $"{name}: expected {expected}, found {found}");
}
