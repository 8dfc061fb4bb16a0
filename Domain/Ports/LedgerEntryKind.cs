namespace TaskOrchestration.Domain.Ports;

/// <summary>What a ledger entry says.</summary>
public enum LedgerEntryKind
{
    /// <summary>Money came in: an authorised payment was captured, or one was authorised and captured at once.</summary>
    Charge,

    /// <summary>A payment was asked for and refused; no money moved.</summary>
    Decline,

    /// <summary>A payment, capture or refund that had not been made was called off; none can follow under this token.</summary>
    Void,

    /// <summary>Money went back.</summary>
    Refund,

    /// <summary>Money is set aside for a charge to come; none has moved yet.</summary>
    Authorization,
}
