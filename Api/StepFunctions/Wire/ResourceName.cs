using System.Buffers;

namespace TaskOrchestration.Api.StepFunctions.Wire;

/// <summary>Which names state machines, activities and executions may have. Their length is checked with the rest of the request.</summary>
/// <seealso href="https://docs.aws.amazon.com/step-functions/latest/apireference/API_StartExecution.html">The names AWS allows</seealso>
internal static class ResourceName
{
    private static readonly SearchValues<char> Forbidden = SearchValues.Create("<>{}[]?*\"#%\\^|~`$&,;:/");

    public static void Check(string name)
    {
        if (name.AsSpan().IndexOfAny(Forbidden) >= 0 || name.Any(c => char.IsWhiteSpace(c) || char.IsControl(c) || char.IsSurrogate(c) || c >= '\uFFFE'))
        {
            throw AwsErrors.InvalidName(name);
        }
    }
}
