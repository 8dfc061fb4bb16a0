namespace TaskOrchestration.Orchestrations.Access;

/// <summary>Why something was not done with an API key.</summary>
public enum KeyRefusal
{
    /// <summary>There is no such key.</summary>
    NotFound,

    /// <summary>It is expired or revoked.</summary>
    NotActive,

    /// <summary>The owner is not a name that a caller can have.</summary>
    InvalidOwner,

    /// <summary>The key would have expired before it was made.</summary>
    InvalidExpiry,

    /// <summary>The time of grace is negative or too long.</summary>
    InvalidGrace,

    /// <summary>The machines it is to be for are no patterns or too many, or it is to be an admin's, who may make keys for all.</summary>
    InvalidMachines,
}
