namespace TaskOrchestration.Domain.Access;

/// <summary>Checks the records of an audit journal one after the other, as they are read.</summary>
public sealed class AuditVerifier(IEnumerable<AuditHead> anchors)
{
    /// <summary>The action of the record by which a journal says that it has found records taken from its end.</summary>
    public const string RecordsMissing = "audit:records-missing";

    private readonly List<AuditHead> _anchors = [.. anchors.Where(anchor => anchor.Sequence > 0)];
    private AuditHead _head = AuditHead.Empty;
    private AuditVerification? _broken;

    /// <summary>Takes in the next record.</summary>
    /// <returns>Whether the chain holds so far; if not, the rest need not be read.</returns>
    public bool Accept(AuditRecord record)
    {
        _broken ??= Complaint(record) is { } reason ? new AuditVerification(_head.Sequence, _head, _head.Sequence + 1, reason) : null;
        if (_broken is null)
        {
            _head = new AuditHead(record.Sequence, record.Hash);
        }

        return _broken is null;
    }

    /// <summary>What has come of it, once all records are taken in.</summary>
    public AuditVerification Finish()
    {
        if (_broken is null && _anchors.Find(anchor => anchor.Sequence > _head.Sequence) is { } missing)
        {
            var reason = $"expected records up to {missing.Sequence}, where the journal's head was once noted; found {_head.Sequence}: records were taken from the end";
            return new AuditVerification(_head.Sequence, _head, _head.Sequence + 1, reason);
        }

        return _broken ?? new AuditVerification(_head.Sequence, _head, null, "");
    }

    private string? Complaint(AuditRecord record)
    {
        if (record.Sequence != _head.Sequence + 1)
        {
            return $"expected record {_head.Sequence + 1}, found record {record.Sequence}: a record is missing or out of its order";
        }

        if (record.Previous != _head.Hash)
        {
            return $"expected the hash of the record before to be {_head.Hash}, found {record.Previous}: a record before it was changed, or this one was moved";
        }

        var hash = AuditChain.HashOf(record.Sequence, record.Entry, record.Previous);
        if (record.Hash != hash)
        {
            return $"expected the hash {hash}, found {record.Hash}: the record was changed";
        }

        if (record.Entry.Action == RecordsMissing)
        {
            return $"records were taken from the end: the journal's head was once {record.Entry.Resource}, as the server noted on {AuditChain.WriteTime(record.Entry.Time)}";
        }

        return _anchors.Find(anchor => anchor.Sequence == record.Sequence && anchor.Hash != hash) is { } anchor
            ? $"expected the hash {anchor.Hash} that was once noted for the journal's head, found {hash}: the journal was written anew"
            : null;
    }
}
