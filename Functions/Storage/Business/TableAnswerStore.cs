using Azure.Data.Tables;
using TaskOrchestration.Domain.Failures;
using TaskOrchestration.Domain.Ports;

namespace TaskOrchestration.Functions.Storage.Business;

/// <summary>Answers in a table, each in a partition of its own.</summary>
public sealed class TableAnswerStore(EntityTables tables) : IAnswerStore
{
    private const string Row = "answer";

    private readonly EntityTable answers = tables[TableNames.Answers];

    /// <inheritdoc/>
    public async ValueTask<Answer?> FindAsync(string token, CancellationToken cancellationToken = default) =>
        await answers.FindAsync(KeyText.Bounded(token), Row, select: null, cancellationToken) is { } kept ? Read(kept) : null;

    /// <inheritdoc/>
    public async ValueTask<Answer> KeepAsync(Answer answer, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(answer);
        return await answers.TryAddAsync(Write(answer), cancellationToken) is not null
            ? answer
            : await FindAsync(answer.Token, cancellationToken) ?? throw new TransientFailureException($"The answer under '{answer.Token}' was taken away while it was kept.");
    }

    private static TableEntity Write(Answer answer)
    {
        var entity = new TableEntity(KeyText.Bounded(answer.Token), Row)
        {
            ["Token"] = answer.Token,
            ["Outcome"] = answer.Outcome,
            ["At"] = EntityValues.WriteTime(answer.At),
        };
        entity.SetText("Detail", answer.Detail);
        return entity;
    }

    private static Answer Read(TableEntity kept) => new(kept.Text("Token"), kept.Text("Outcome"), kept.FindText("Detail"), kept.Time("At"));
}
