using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.Orchestrations.Resources;

/// <summary>A function behind a URL: the input is posted as JSON, the body of the answer is the result.</summary>
/// <remarks>
/// <para>Headers of the request: <c>Idempotency-Key</c> (the same for every attempt of one state visit), <c>X-Task-Function</c>,
/// <c>X-Task-Qualifier</c>, <c>X-Task-State</c> (percent-encoded), <c>X-Task-Execution</c> (percent-encoded ARN), <c>X-Task-Retry-Count</c> and
/// <c>X-Task-Deadline</c> (ISO 8601, UTC).</para>
/// <para>A status of 2xx is success, unless the answer has Lambda's header <c>X-Amz-Function-Error</c>; every other status is a failure.
/// <see cref="HttpAnswer"/> says how it is named. An address that cannot be reached fails with <c>Lambda.SdkClientException</c>, which machines made
/// for AWS retry.</para>
/// </remarks>
public sealed class HttpTaskHandler(HttpClient client, HttpFunction function, TimeProvider time) : ITaskHandler
{
    private readonly HttpClient client = client ?? throw new ArgumentNullException(nameof(client));
    private readonly HttpFunction function = function ?? throw new ArgumentNullException(nameof(function));

    /// <summary>A client as this handler wants it: no redirects (a redirected POST would become a GET), no time limit of its own, bounded answers.</summary>
    public static HttpClient CreateClient() => new(
        new SocketsHttpHandler { AllowAutoRedirect = false, PooledConnectionLifetime = TimeSpan.FromMinutes(2), UseCookies = false })
    {
        Timeout = System.Threading.Timeout.InfiniteTimeSpan,
        MaxResponseContentBufferSize = HttpAnswer.LargestBody,
    };

    /// <inheritdoc/>
    public async ValueTask<Json> InvokeAsync(TaskInvocation invocation, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(invocation);
        using var timeout = new CancellationTokenSource(function.Timeout, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, cancellationToken);
        try
        {
            using var request = Request(invocation);
            using var response = await client.SendAsync(request, HttpCompletionOption.ResponseContentRead, either.Token);
            return HttpAnswer.Read(response, await response.Content.ReadAsByteArrayAsync(either.Token), function);
        }
        catch (OperationCanceledException) when (timeout.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            throw new TaskFailureException(HandlerFailure.Of(
                "Sandbox.Timedout", $"{function.DisplayUrl} has not answered within {function.Timeout.TotalSeconds} seconds."));
        }
        catch (HttpRequestException e) when (e.HttpRequestError == HttpRequestError.ConfigurationLimitExceeded)
        {
            throw new TaskFailureException(HandlerFailure.Of(
                "Function.ResponseSizeTooLarge", $"{function.DisplayUrl} answered more than {HttpAnswer.LargestBody} bytes."));
        }
        catch (HttpRequestException e)
        {
            throw new TaskFailureException(HandlerFailure.Of(
                "Lambda.SdkClientException", $"Unable to execute HTTP request to {function.DisplayUrl}: {e.Message}"));
        }
    }

    private HttpRequestMessage Request(TaskInvocation invocation)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, function.Url) { Content = new ByteArrayContent(invocation.Input.ToUtf8()) };
        request.Content.Headers.ContentType = new("application/json");
        Set("Accept", "application/json");
        Set("Idempotency-Key", invocation.IdempotencyToken);
        Set("X-Task-Function", invocation.FunctionName);
        Set("X-Task-Qualifier", invocation.Qualifier);
        Set("X-Task-State", Uri.EscapeDataString(invocation.StateName));
        Set("X-Task-Execution", Uri.EscapeDataString(invocation.ExecutionArn));
        Set("X-Task-Retry-Count", invocation.RetryCount.ToString());
        Set("X-Task-Deadline", invocation.Deadline?.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'"));
        foreach (var (name, value) in function.Headers)
        {
            Set(name, value);
        }

        return request;

        void Set(string name, string? value)
        {
            if (value is not null)
            {
                request.Headers.Remove(name);
                request.Headers.TryAddWithoutValidation(name, value);
            }
        }
    }
}
