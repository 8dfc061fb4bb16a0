using System.Globalization;
using System.Xml;

namespace Azure.Data.Tables.Rest;

/// <summary>Filters from interpolated strings: each value is written as OData writes it, so that no value is taken for part of the filter.</summary>
internal static class FilterText
{
    public static string Of(FormattableString filter)
    {
        if (filter is null)
        {
            return null;
        }

        var values = new object[filter.ArgumentCount];
        for (var index = 0; index < values.Length; index++)
        {
            values[index] = Literal(filter.GetArgument(index));
        }

        return string.Format(CultureInfo.InvariantCulture, filter.Format, values);
    }

    private static string Literal(object value) => value switch
    {
        null => "null",
        bool flag => flag ? "true" : "false",
        sbyte or byte or short or ushort or int or uint => Convert.ToString(value, CultureInfo.InvariantCulture),
        float or double or decimal => Convert.ToString(value, CultureInfo.InvariantCulture),
        long or ulong => Convert.ToString(value, CultureInfo.InvariantCulture) + "L",
        Guid guid => $"guid'{guid}'",
        DateTimeOffset time => $"datetime'{XmlConvert.ToString(time.UtcDateTime, XmlDateTimeSerializationMode.RoundtripKind)}'",
        DateTime time => $"datetime'{XmlConvert.ToString(time.ToUniversalTime(), XmlDateTimeSerializationMode.RoundtripKind)}'",
        string or char => $"'{value.ToString()!.Replace("'", "''", StringComparison.Ordinal)}'",
        _ => throw new ArgumentException($"Unable to convert filter argument of type {value.GetType()}.", nameof(value)),
    };
}
