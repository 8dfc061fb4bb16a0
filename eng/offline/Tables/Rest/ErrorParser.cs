using System.Globalization;
using System.Text.Json;
using Azure.Core;

namespace Azure.Data.Tables.Rest;

/// <summary>Reads what the service says went wrong, and in a transaction which action it was.</summary>
internal sealed class ErrorParser : RequestFailedDetailsParser
{
    public static ErrorParser Instance { get; } = new();

    public override bool TryParse(Response response, out ResponseError error, out IDictionary<string, string> data)
    {
        error = null;
        data = null;
        if (response.ContentStream is null || response.Content.ToMemory().IsEmpty)
        {
            return false;
        }

        try
        {
            using var document = JsonDocument.Parse(response.Content.ToMemory());
            if (!document.RootElement.TryGetProperty("odata.error", out var told))
            {
                return false;
            }

            var code = told.GetProperty("code").GetString();
            var message = told.GetProperty("message").GetProperty("value").GetString() ?? "";
            if (int.TryParse(message.Split(':')[0], NumberStyles.None, CultureInfo.InvariantCulture, out var index))
            {
                data = new Dictionary<string, string> { [TableTransactionFailedException.FailedActionKey] = index.ToString(CultureInfo.InvariantCulture) };
            }

            error = new ResponseError(code, message);
            return true;
        }
        catch (Exception unreadable) when (unreadable is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            // A proxy's page, not the service's word: the exception then has its text as it came.
            return false;
        }
    }
}
