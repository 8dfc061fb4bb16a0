using System.Globalization;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.Api.StepFunctions.Wire;

/// <summary>How the protocol writes a moment: seconds since 1970, with milliseconds as the fraction.</summary>
internal static class EpochSeconds
{
    public static Json Of(DateTimeOffset moment)
    {
        var milliseconds = moment.ToUnixTimeMilliseconds();
        return JsonNumber.Spelled(string.Create(CultureInfo.InvariantCulture, $"{milliseconds / 1000}.{milliseconds % 1000:000}"));
    }
}
