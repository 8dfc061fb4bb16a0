namespace TaskOrchestration.Domain.Access;

/// <summary>Whether a key opens anything.</summary>
public enum KeyState
{
    /// <summary>It does.</summary>
    Active,

    /// <summary>It did until its time was up.</summary>
    Expired,

    /// <summary>Somebody has taken it back.</summary>
    Revoked,
}
