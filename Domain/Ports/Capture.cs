namespace TaskOrchestration.Domain.Ports;

/// <summary>Under which token an authorised payment is captured or called off, whichever comes first.</summary>
/// <remarks>Both are posted under this one token, and a ledger keeps the first entry of a token: so never both.</remarks>
public static class Capture
{
    /// <summary>The token of the capture that belongs to an authorisation.</summary>
    public static string TokenOf(string authorizationToken) => $"{authorizationToken}/capture";
}
