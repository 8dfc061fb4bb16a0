namespace TaskOrchestration.Domain.Ports;

/// <summary>What a ledger entry says.</summary>
public enum LedgerEntryKind
{
    /// <summary>Money came in.</summary>
    Charge,

    /// <summary>A charge was asked for and refused; no money moved.</summary>
    Decline,

    /// <summary>A charge or refund that had not been made was called off; none can follow under this token.</summary>
    Void,

    /// <summary>Money went back.</summary>
    Refund,
}
