using System.Text;
using Microsoft.Win32.SafeHandles;
using TaskOrchestration.Domain.Access;

namespace TaskOrchestration.Orchestrations.Access;

/// <summary>The second place where the end of the audit journal is noted. It may lie on another disk than the journal.</summary>
/// <remarks>
/// One line of one length, written over in place, so that a write is never seen in part. It is written after the journal's commit and not
/// waited for: after a power failure it may name an older record, never one that the journal does not have.
/// </remarks>
internal sealed class AuditHeadFile(string path) : IDisposable
{
    private SafeFileHandle? file;

    /// <summary>The head that is noted; none if none was noted yet, or the file holds something else.</summary>
    public AuditHead? Read() => File.Exists(path) && AuditHead.TryParse(File.ReadAllText(path), out var head) ? head : null;

    /// <summary>Notes a head, unless another process has noted a later one.</summary>
    public void Write(AuditHead head)
    {
        file ??= Open();
        Span<byte> noted = stackalloc byte[128];
        var length = RandomAccess.Read(file, noted, 0);
        if (!AuditHead.TryParse(Encoding.ASCII.GetString(noted[..length]), out var last) || last.Sequence < head.Sequence)
        {
            RandomAccess.Write(file, Encoding.ASCII.GetBytes($"{head.Sequence:D20}:{head.Hash}\n"), 0);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => file?.Dispose();

    private SafeFileHandle Open()
    {
        PrivateFile.Ensure(path);
        return File.OpenHandle(path, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite | FileShare.Delete);
    }
}
