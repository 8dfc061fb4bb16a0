using System.Collections.Concurrent;
using System.Globalization;
using TaskOrchestration.Orchestrations.Catalog;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.Orchestrations.Journals.Sqlite;

/// <summary>Documents about resources in the engine's SQLite file.</summary>
public sealed class SqliteResourceDocuments(SqliteFile file) : IResourceDocuments
{
    /// <summary>How many documents are remembered: every start by a version or an alias asks for one.</summary>
    private const int Remembered = 1_024;

    private readonly ConcurrentDictionary<(string Kind, string Arn), ResourceDocument> known = [];

    /// <inheritdoc/>
    public ValueTask<ResourceDocument?> FindAsync(string kind, string resourceArn, CancellationToken cancellationToken = default) =>
        ValueTask.FromResult(known.TryGetValue((kind, resourceArn), out var found) ? found : Load(kind, resourceArn));

    /// <inheritdoc/>
    public ValueTask<bool> TryPutAsync(ResourceDocument document, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(document);
        lock (file.WriterGate)
        {
            var kept = false;
            file.Writer.InTransaction(() =>
            {
                kept = EditionOf(document.Kind, document.ResourceArn) == document.Edition;
                if (kept)
                {
                    Replace(document);
                }
            });
            known.TryRemove((document.Kind, document.ResourceArn), out _);
            return ValueTask.FromResult(kept);
        }
    }

    /// <inheritdoc/>
    public ValueTask DeleteAsync(string kind, string resourceArn, CancellationToken cancellationToken = default)
    {
        lock (file.WriterGate)
        {
            file.Writer.InTransaction(() => Delete(kind, resourceArn));
            known.TryRemove((kind, resourceArn), out _);
            return ValueTask.CompletedTask;
        }
    }

    private ResourceDocument? Load(string kind, string arn)
    {
        // Under the gate of the writer, so that what is remembered here is not older than what a writer has just made of it.
        lock (file.WriterGate)
        {
            var found = file.Read(reader =>
            {
                using var find = reader.Database.Prepare("SELECT edition, content FROM resource_documents WHERE arn = ?1 AND kind = ?2");
                find.Bind(1, arn).Bind(2, kind);
                return find.Read() ? new ResourceDocument(kind, arn, Json.Parse(find.Bytes(1)), Edition(find.Number(0))) : null;
            });
            if (found is not null)
            {
                Remember(found);
            }

            return found;
        }
    }

    private void Remember(ResourceDocument document)
    {
        if (known.Count >= Remembered)
        {
            known.Clear();
        }

        known[(document.Kind, document.ResourceArn)] = document;
    }

    private string? EditionOf(string kind, string arn)
    {
        using var find = file.Writer.Prepare("SELECT edition FROM resource_documents WHERE arn = ?1 AND kind = ?2");
        find.Bind(1, arn).Bind(2, kind);
        return find.Read() ? Edition(find.Number(0)) : null;
    }

    private void Replace(ResourceDocument document)
    {
        Delete(document.Kind, document.ResourceArn);
        using var insert = file.Writer.Prepare("INSERT INTO resource_documents (kind, arn, content) VALUES (?1, ?2, ?3)");
        insert.Bind(1, document.Kind).Bind(2, document.ResourceArn).Bind(3, document.Content).Run();
    }

    private void Delete(string kind, string arn)
    {
        using var delete = file.Writer.Prepare("DELETE FROM resource_documents WHERE arn = ?1 AND kind = ?2");
        delete.Bind(1, arn).Bind(2, kind).Run();
    }

    private static string Edition(long number) => number.ToString(CultureInfo.InvariantCulture);
}
