using Microsoft.AspNetCore.Http;
using TaskOrchestration.Api.Access;
using TaskOrchestration.Api.Rest;
using TaskOrchestration.Api.Rest.Answers;
using TaskOrchestration.Domain.Ports;
using TaskOrchestration.Domain.Tasks;
using TaskOrchestration.Domain.Transactions;

namespace TaskOrchestration.Api.Tasks.Records;

/// <summary>Answers the records of orders and transactions: to operators, and to the owner of the task that a record belongs to.</summary>
internal sealed class RecordRoutes(IOrderStore orders, ITransactionStore transactions, ITaskStore tasks)
{
    public async ValueTask<IAnswer> ReadOrderAsync(HttpContext context, RecordReading reading)
    {
        var order = await orders.FindAsync(reading.Id, context.RequestAborted);
        var task = await tasks.FindBySubjectAsync(TaskKind.Order, reading.Id, context.RequestAborted);
        return order is not null && MaySee(context, task)
            ? await AnswerAsync(context, reading, order.Version, () => OrderView.Of(order, task?.TaskId))
            : throw new ProblemException(StatusCodes.Status404NotFound, "not-found", $"There is no order '{reading.Id}'.");
    }

    public async ValueTask<IAnswer> ReadTransactionAsync(HttpContext context, RecordReading reading)
    {
        var transaction = await transactions.FindAsync(reading.Id, context.RequestAborted);
        var kind = transaction?.Kind == TransactionKind.Refund ? TaskKind.Refund : TaskKind.Purchase;
        var task = await tasks.FindBySubjectAsync(kind, reading.Id, context.RequestAborted);
        return transaction is not null && MaySee(context, task)
            ? await AnswerAsync(context, reading, transaction.Version, () => TransactionView.Of(transaction, task?.TaskId))
            : throw new ProblemException(StatusCodes.Status404NotFound, "not-found", $"There is no transaction '{reading.Id}'.");
    }

    private static bool MaySee(HttpContext context, TrackedTask? task) => context.Caller().SeesAll || (task is not null && context.Caller().MaySee(task.Owner));

    private static ValueTask<IAnswer> AnswerAsync(HttpContext context, RecordReading reading, long version, Func<object> view)
    {
        var tag = Preconditions.TagOf(version);
        context.Response.Headers.ETag = tag;
        return Preconditions.Known(reading.IfNoneMatch, tag) ? JsonAnswer.NotModified() : JsonAnswer.Ok(view());
    }
}
