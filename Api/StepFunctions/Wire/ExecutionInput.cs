using System.Text;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.Api.StepFunctions.Wire;

/// <summary>The input that a request to start an execution brings.</summary>
internal static class ExecutionInput
{
    /// <summary>Reads it; an absent one is <c>{}</c>.</summary>
    /// <exception cref="AwsException">It is no JSON, or too large.</exception>
    public static Json Read(string? text)
    {
        if (text is null)
        {
            return JsonObject.Empty;
        }

        if (string.IsNullOrWhiteSpace(text) || Encoding.UTF8.GetByteCount(text) > JsonTexts.MaxBytes)
        {
            throw AwsErrors.InvalidExecutionInput("Invalid execution input.");
        }

        return JsonTexts.TryRead(text, out var input, out var complaint) ? input : throw AwsErrors.InvalidExecutionInput(complaint);
    }
}
