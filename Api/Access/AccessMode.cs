namespace TaskOrchestration.Api.Access;

/// <summary>How a server finds out who calls.</summary>
public enum AccessMode
{
    /// <summary>Everybody shows a key, a signature made with one, or a token.</summary>
    Credentials,

    /// <summary>Nobody shows anything and everybody may do everything. Only for a server that no other machine can reach.</summary>
    Anonymous,
}
