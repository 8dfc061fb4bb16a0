namespace TaskOrchestration.Orchestrations.Resources.Services;

/// <summary>A service refuses what it was asked for.</summary>
/// <param name="code">The service's own code, as its protocol has it.</param>
/// <param name="message">What it says.</param>
public sealed class ServiceException(string code, string message) : Exception(message)
{
    /// <summary>The service's own code, as its protocol has it.</summary>
    public string Code { get; } = code;

    /// <summary>The class that the SDKs have for it, which error names end with; null where they know of none.</summary>
    public string? Type { get; init; }

    /// <summary>The HTTP status.</summary>
    public int Status { get; init; } = 400;

    /// <summary>Whether there is nobody to ask: what the SDK says itself, without the service.</summary>
    public bool IsOfTheClient { get; init; }

    /// <summary>An error that the service's model knows: its code is the class.</summary>
    public static ServiceException Modelled(string code, string message, int status = 400) => new(code, message) { Type = code, Status = status };

    /// <summary>Nobody answers under a host's name.</summary>
    public static ServiceException UnknownHost(string host) =>
        new("SdkClientException", $"Unable to execute HTTP request: {host}: Name or service not known") { Type = "SdkClientException", IsOfTheClient = true };
}
