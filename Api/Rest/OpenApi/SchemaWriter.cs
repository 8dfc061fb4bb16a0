using System.Diagnostics;
using TaskOrchestration.Api.Rest.Shapes;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.Api.Rest.OpenApi;

/// <summary>Writes shapes as JSON Schema (2020-12, the dialect of OpenAPI 3.1). Records become components, each under its name.</summary>
internal sealed class SchemaWriter
{
    private readonly SortedDictionary<string, (Shape.Record Shape, Json Schema)> _components = new(StringComparer.Ordinal);

    /// <summary>Every record that was written.</summary>
    public JsonObject Components
    {
        get
        {
            var components = new JsonObjectBuilder();
            foreach (var (name, component) in _components)
            {
                components.Set(name, component.Schema);
            }

            return components.Build();
        }
    }

    /// <summary>The schema of a record that is an answer or a body.</summary>
    public JsonObject Write(Type type) => Reference(ShapeOf.Record(type));

    /// <summary>The schema of a member, with what is said about it.</summary>
    public JsonObject Write(Member member, bool withDescription = true)
    {
        var schema = Builder(Write(member.Shape, member.IsNullable));
        if (withDescription)
        {
            schema.SetIfPresent("description", member.Description);
        }

        return schema
            .SetIfPresent("default", member.Default is null ? null : ValueOf(member.Default))
            .SetIfPresent("examples", member.Example is null ? null : JsonArray.Of(ValueOf(member.Example)))
            .Build();
    }

    private JsonObject Write(Shape shape, bool isNullable) => shape switch
    {
        Shape.Text text => Text(text, isNullable),
        Shape.Number number => Number(number, isNullable),
        Shape.Flag => Typed("boolean", isNullable).Build(),
        Shape.List list => List(list, isNullable),
        Shape.Record record => isNullable ? AnyOf([Reference(record), Typed("null", isNullable: false).Build()]) : Reference(record),
        Shape.Map map => Typed("object", isNullable).Set("additionalProperties", Write(map.Value, isNullable: map.Value is not Shape.Anything)).Build(),
        Shape.Anything => JsonObject.Empty,
        Shape.AnyOf any => AnyOf([.. any.Shapes.Select(one => Write(one, isNullable: false)), .. isNullable ? [Typed("null", isNullable: false).Build()] : Array.Empty<Json>()]),
        _ => throw new UnreachableException($"shape {shape}"),
    };

    private JsonObject Reference(Shape.Record shape)
    {
        if (!_components.TryGetValue(shape.Name, out var known))
        {
            _components[shape.Name] = (shape, JsonObject.Empty);
            _components[shape.Name] = (shape, Record(shape));
        }
        else if (!ReferenceEquals(known.Shape, shape))
        {
            throw new InvalidOperationException($"Two records are called {shape.Name} in the OpenAPI document.");
        }

        return JsonObject.Of(("$ref", Json.Of($"#/components/schemas/{shape.Name}")));
    }

    private JsonObject Record(Shape.Record shape)
    {
        var properties = new JsonObjectBuilder();
        foreach (var member in shape.Members)
        {
            properties.Set(member.Name, Write(member));
        }

        var required = shape.Members.Where(member => member.IsRequired).Select(member => Json.Of(member.Name)).ToList();
        return Typed("object", isNullable: false)
            .SetIfPresent("description", shape.Description)
            .Set("properties", properties.Build())
            .SetIfPresent("required", required.Count > 0 ? JsonArray.Of(required) : null)
            .Set("additionalProperties", Json.False)
            .Build();
    }

    private static JsonObject Text(Shape.Text shape, bool isNullable) => Typed("string", isNullable)
        .SetIfPresent("enum", shape.Words.Count == 0 ? null : JsonArray.Of([.. shape.Words.Select(Json.Of), .. isNullable ? [Json.Null] : Array.Empty<Json>()]))
        .SetIfPresent("minLength", shape.MinimumLength > 0 ? Json.Of(shape.MinimumLength) : null)
        .SetIfPresent("maxLength", shape.MaximumLength is { } most ? Json.Of(most) : null)
        .SetIfPresent("pattern", shape.Spelling?.Pattern)
        .SetIfPresent("format", shape.Format)
        .Build();

    private static JsonObject Number(Shape.Number shape, bool isNullable)
    {
        var bounds = (shape.Minimum, shape.Maximum);
        var isInt32 = bounds == (int.MinValue, int.MaxValue);
        var isInt64 = bounds == (long.MinValue, long.MaxValue);
        var isUnbounded = isInt32 || isInt64 || bounds == (decimal.MinValue, decimal.MaxValue);
        return Typed(shape.IsWhole ? "integer" : "number", isNullable)
            .SetIfPresent("format", isInt32 ? "int32" : isInt64 ? "int64" : null)
            .SetIfPresent("minimum", isUnbounded || shape.Minimum is null ? null : JsonNumber.Spelled(shape.Minimum.Value.ToString()))
            .SetIfPresent("maximum", isUnbounded || shape.Maximum is null ? null : JsonNumber.Spelled(shape.Maximum.Value.ToString()))
            .Build();
    }

    private JsonObject List(Shape.List shape, bool isNullable) => Typed("array", isNullable)
        .Set("items", Write(shape.Item, isNullable: false))
        .SetIfPresent("minItems", shape.MinimumCount > 0 ? Json.Of(shape.MinimumCount) : null)
        .SetIfPresent("maxItems", shape.MaximumCount is { } most ? Json.Of(most) : null)
        .Build();

    private static JsonObject AnyOf(IReadOnlyList<Json> schemas) => JsonObject.Of(("anyOf", JsonArray.Of(schemas)));

    private static JsonObjectBuilder Typed(string type, bool isNullable) =>
        new JsonObjectBuilder().Set("type", isNullable ? JsonArray.Of(Json.Of(type), Json.Of("null")) : Json.Of(type));

    private static JsonObjectBuilder Builder(JsonObject schema)
    {
        var builder = new JsonObjectBuilder();
        foreach (var (name, value) in schema)
        {
            builder.Set(name, value);
        }

        return builder;
    }

    private static Json ValueOf(object value) => value switch
    {
        string text => Json.Of(text),
        bool flag => Json.Of(flag),
        int number => Json.Of(number),
        _ => throw new UnreachableException($"a default or example of type {value.GetType()}"),
    };
}
