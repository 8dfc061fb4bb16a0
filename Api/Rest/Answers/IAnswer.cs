using Microsoft.AspNetCore.Http;

namespace TaskOrchestration.Api.Rest.Answers;

/// <summary>What an operation answers. Headers are set on the response by the operation itself.</summary>
internal interface IAnswer
{
    /// <summary>Writes it.</summary>
    Task WriteAsync(HttpContext context);
}
