using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using TaskOrchestration.Api.Access;
using TaskOrchestration.Api.Rest;

namespace TaskOrchestration.Api.Tasks.Records;

/// <summary>The operations on the records of orders and transactions.</summary>
internal static class RecordOperations
{
    public static void Map(IEndpointRouteBuilder api, RecordRoutes routes)
    {
        Operation Reading(string id, string pattern, string tag, string summary, Type view) => new()
        {
            Id = id, Method = HttpMethods.Get, Pattern = pattern, Tag = tag, Summary = summary,
            Description = "Seen by operators and by the owner of its task.",
            Answers = [new(200, "The record.", view) { Headers = ["ETag"] }, new(304, "The caller has it already.") { Headers = ["ETag"] }],
            Refusals = ["not-found"],
        };

        api.MapOperation<RecordReading>(Reading("getOrder", "/orders/{id}", "Orders", "Shows the record of an order.", typeof(OrderView)), routes.ReadOrderAsync).AllowCallers();
        api.MapOperation<RecordReading>(
            Reading("getTransaction", "/transactions/{id}", "Transactions", "Shows the record of a purchase or refund.", typeof(TransactionView)), routes.ReadTransactionAsync).AllowCallers();
    }
}
