using System.Collections.Concurrent;
using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.Api.Rest.Shapes;

/// <summary>Finds the shape of a type: its JSON contract with the annotations on its properties.</summary>
/// <remarks>
/// Read are <c>required</c>, nullability, <see cref="StringLengthAttribute"/>, <see cref="LengthAttribute"/>, <see cref="MinLengthAttribute"/>,
/// <see cref="MaxLengthAttribute"/>, <see cref="RangeAttribute"/>, <see cref="SpelledAttribute"/>, <see cref="DescriptionAttribute"/>,
/// <see cref="DisplayNameAttribute"/> (a record's name in the document), <see cref="DefaultValueAttribute"/> and <see cref="ExampleAttribute"/>.
/// On a list, text and number annotations are about its items.
/// </remarks>
internal static class ShapeOf
{
    private static readonly ConcurrentDictionary<Type, Shape.Record> Records = new();

    /// <summary>The shape of a record.</summary>
    public static Shape.Record Record(Type type) => Records.GetOrAdd(type, MakeRecord);

    private static Shape.Record MakeRecord(Type type)
    {
        var contract = RestJson.Options.GetTypeInfo(type);
        var ignored = contract.Properties.Where(property => property.Get is null && property.Set is null);
        return new Shape.Record(
            type.GetCustomAttribute<DisplayNameAttribute>()?.DisplayName ?? type.Name,
            type.GetCustomAttribute<DescriptionAttribute>()?.Description,
            [.. contract.Properties.Except(ignored).Select(MakeMember)]);
    }

    private static Member MakeMember(JsonPropertyInfo property)
    {
        object[] annotations = property.AttributeProvider?.GetCustomAttributes(inherit: true) ?? [];
        return new Member(property.Name, Of(property.PropertyType, annotations), property.IsRequired, property.IsSetNullable)
        {
            Description = annotations.OfType<DescriptionAttribute>().SingleOrDefault()?.Description,
            Example = annotations.OfType<ExampleAttribute>().SingleOrDefault()?.Value,
            Default = annotations.OfType<DefaultValueAttribute>().SingleOrDefault()?.Value,
            Header = annotations.OfType<HeaderAttribute>().SingleOrDefault()?.Name,
        };
    }

    private static Shape Of(Type declared, object[] annotations)
    {
        var type = Nullable.GetUnderlyingType(declared) ?? declared;
        return type switch
        {
            _ when type == typeof(string) => Text(annotations),
            _ when type == typeof(bool) => new Shape.Flag(),
            _ when type == typeof(DateTimeOffset) => new Shape.Text { Format = "date-time" },
            _ when type == typeof(DateOnly) => new Shape.Text { Format = "date" },
            _ when type == typeof(Guid) => new Shape.Text { Format = "uuid" },
            _ when type == typeof(Uri) => new Shape.Text { Format = "uri", MaximumLength = 2000 },
            _ when type.IsEnum => new Shape.Text { Words = [.. Enum.GetValues(type).Cast<object>().Select(word => JsonSerializer.SerializeToElement(word, type, RestJson.Options).GetString()!)] },
            _ when Bounds(type) is { } bounds => Number(bounds, annotations),
            _ when type.IsAssignableTo(typeof(IShaped)) => (Shape)type.GetProperty(nameof(IShaped.Shape), BindingFlags.Static | BindingFlags.Public)!.GetValue(null)!,
            _ when type == typeof(Json) || type == typeof(JsonElement) => new Shape.Anything(),
            _ when type == typeof(JsonObject) => new Shape.Map(new Shape.Anything()),
            _ => OfContract(RestJson.Options.GetTypeInfo(type), annotations),
        };
    }

    private static Shape OfContract(JsonTypeInfo contract, object[] annotations) => contract.Kind switch
    {
        JsonTypeInfoKind.Object => Record(contract.Type),
        JsonTypeInfoKind.Enumerable => List(Of(contract.ElementType!, annotations), annotations),
        JsonTypeInfoKind.Dictionary => new Shape.Map(Of(contract.ElementType!, [])),
        _ => throw new NotSupportedException($"{contract.Type} has a converter of its own and does not say its shape: it wants {nameof(IShaped)}."),
    };

    private static Shape.Text Text(object[] annotations)
    {
        var length = annotations.OfType<StringLengthAttribute>().SingleOrDefault();
        return new Shape.Text
        {
            MinimumLength = length?.MinimumLength ?? 0,
            MaximumLength = length?.MaximumLength,
            Spelling = annotations.OfType<SpelledAttribute>().SingleOrDefault()?.Spelling,
            Example = annotations.OfType<ExampleAttribute>().SingleOrDefault()?.Value as string,
        };
    }

    private static Shape.Number Number((bool IsWhole, decimal Minimum, decimal Maximum) bounds, object[] annotations)
    {
        var range = annotations.OfType<RangeAttribute>().SingleOrDefault();
        return range is null
            ? new Shape.Number(bounds.IsWhole, bounds.Minimum, bounds.Maximum)
            : new Shape.Number(bounds.IsWhole, Convert.ToDecimal(range.Minimum, CultureInfo.InvariantCulture), Convert.ToDecimal(range.Maximum, CultureInfo.InvariantCulture));
    }

    private static Shape.List List(Shape item, object[] annotations)
    {
        var length = annotations.OfType<LengthAttribute>().SingleOrDefault();
        return new Shape.List(
            item,
            annotations.OfType<MinLengthAttribute>().SingleOrDefault()?.Length ?? length?.MinimumLength ?? 0,
            annotations.OfType<MaxLengthAttribute>().SingleOrDefault()?.Length ?? length?.MaximumLength);
    }

    private static (bool IsWhole, decimal Minimum, decimal Maximum)? Bounds(Type type) => Type.GetTypeCode(type) switch
    {
        TypeCode.Int32 => (true, int.MinValue, int.MaxValue),
        TypeCode.Int64 => (true, long.MinValue, long.MaxValue),
        TypeCode.Decimal or TypeCode.Double => (false, decimal.MinValue, decimal.MaxValue),
        _ => null,
    };
}
