using System.Buffers;
using System.Text.Json;
using System.Text.Unicode;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;
using TaskOrchestration.Api.Rest.Shapes;

namespace TaskOrchestration.Api.Rest.Reading;

/// <summary>Reads path, query and header parameters into a record by the rules for bodies.</summary>
/// <remarks>
/// A property that is named in the route's pattern comes from the path, one with a <see cref="HeaderAttribute"/> from that header, any other from
/// the query. Unknown parameters of the query are refused, and repeated ones unless they are lists.
/// </remarks>
internal static class Parameters
{
    public static object Read(HttpContext context, Type type)
    {
        var shape = ShapeOf.Record(type);
        var faults = new List<FieldProblem>();
        CheckEncoding(context.Request.QueryString.Value, faults);
        var query = shape.Members.Where(member => member.Header is null && !context.Request.RouteValues.ContainsKey(member.Name)).ToList();
        foreach (var (name, _) in context.Request.Query)
        {
            if (!query.Exists(member => member.Name == name))
            {
                faults.Add(new FieldProblem(name, $"Expected no such parameter; there {(query.Count == 0 ? "are none" : $"are {string.Join(", ", query.Select(member => member.Name))}")}."));
            }
        }

        using var document = JsonDocument.Parse(Write(context, shape));
        faults.AddRange(ShapeCheck.Of(document.RootElement, shape).Select(fault => fault with { Pointer = NameOf(fault.Pointer, shape) }));
        return faults.Count == 0
            ? document.RootElement.Deserialize(type, RestJson.Options)!
            : throw new ProblemException(StatusCodes.Status400BadRequest, "invalid-parameter", JsonBody.Summary(faults), faults);
    }

    private static ReadOnlyMemory<byte> Write(HttpContext context, Shape.Record shape)
    {
        var output = new ArrayBufferWriter<byte>();
        using var writer = new Utf8JsonWriter(output);
        writer.WriteStartObject();
        foreach (var member in shape.Members)
        {
            var given = Given(context, member);
            if (given.Count > 0)
            {
                writer.WritePropertyName(member.Name);
                Write(writer, given, member.Shape);
            }
        }

        writer.WriteEndObject();
        writer.Flush();
        return output.WrittenMemory;
    }

    private static StringValues Given(HttpContext context, Member member) =>
        member.Header is { } header ? StringValues.IsNullOrEmpty(context.Request.Headers[header]) ? default : new StringValues(string.Join(", ", context.Request.Headers[header]!))
        : context.Request.RouteValues.TryGetValue(member.Name, out var value) ? new StringValues((string?)value)
        : context.Request.Query[member.Name];

    private static void Write(Utf8JsonWriter writer, StringValues given, Shape shape)
    {
        // One value where a list may be is a list of one; several where one may be are a list, which the check then refuses.
        var isList = shape is Shape.List || given.Count > 1;
        var item = shape is Shape.List list ? list.Item : shape;
        if (isList)
        {
            writer.WriteStartArray();
        }

        foreach (var value in given)
        {
            Write(writer, value ?? "", item);
        }

        if (isList)
        {
            writer.WriteEndArray();
        }
    }

    private static void Write(Utf8JsonWriter writer, string value, Shape shape)
    {
        if ((shape is Shape.Number && IsNumber(value)) || (shape is Shape.Flag && value is "true" or "false"))
        {
            writer.WriteRawValue(value);
        }
        else
        {
            writer.WriteStringValue(value);
        }
    }

    private static bool IsNumber(string value)
    {
        try
        {
            using var document = JsonDocument.Parse(value);
            return document.RootElement.ValueKind == JsonValueKind.Number && value.Length == value.AsSpan().Trim().Length;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    /// <summary>Bytes that are no UTF-8 would be read as question marks, and nobody would learn that something else was looked for.</summary>
    private static void CheckEncoding(string? query, List<FieldProblem> faults)
    {
        if (query is null || !query.Contains('%', StringComparison.Ordinal))
        {
            return;
        }

        var bytes = new List<byte>(query.Length);
        for (var i = 0; i < query.Length; i++)
        {
            if (query[i] != '%')
            {
                bytes.Add(query[i] < 0x80 ? (byte)query[i] : (byte)'?');
            }
            else if (i + 2 < query.Length && char.IsAsciiHexDigit(query[i + 1]) && char.IsAsciiHexDigit(query[i + 2]))
            {
                bytes.Add(Convert.ToByte(query.Substring(i + 1, 2), 16));
                i += 2;
            }
            else
            {
                faults.Add(new FieldProblem("query", "Expected two hexadecimal digits after each %."));
                return;
            }
        }

        if (!Utf8.IsValid(bytes.ToArray()))
        {
            faults.Add(new FieldProblem("query", "Expected percent-encoded UTF-8, found bytes that are not."));
        }
    }

    private static string NameOf(string pointer, Shape.Record shape)
    {
        var name = pointer.Split('/') is [_, var first, ..] ? first : pointer;
        return shape.Members.FirstOrDefault(member => member.Name == name)?.Header ?? name;
    }
}
