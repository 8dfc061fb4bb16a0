using System.Text;
using TaskOrchestration.Api.Tests.Rest.Conformance;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.Api.Tests.Rest.Fuzz;

/// <summary>Bodies that an operation's schema does not allow: a valid one with one thing wrong, or text that is not JSON at all.</summary>
public sealed class BodyFaults(ApiDocument document, Random random)
{
    private readonly InvalidValues _values = new(document, random);

    /// <summary>Values with one thing wrong, at any depth.</summary>
    public IEnumerable<(string What, byte[] Body)> OfContent(JsonObject reference)
    {
        var valid = ValidRequest.ValueFor(reference, document);
        foreach (var (what, value) in Broken(valid, reference, ""))
        {
            yield return (what, value.ToUtf8());
        }
    }

    /// <summary>Texts that are not the JSON they should be.</summary>
    public IEnumerable<(string What, byte[] Body)> OfText(JsonObject reference)
    {
        var valid = ValidRequest.ValueFor(reference, document).ToUtf8();
        yield return ("cut off", valid[..random.Next(1, valid.Length)]);
        yield return ("text after the end", [.. valid, (byte)'}']);
        yield return ("two values", [.. valid, .. valid]);
        yield return ("a byte order mark", [0xEF, 0xBB, 0xBF, .. valid]);
        yield return ("UTF-16", Encoding.Unicode.GetBytes(Encoding.UTF8.GetString(valid)));
        yield return ("a comma too many", [.. valid[..^1], (byte)',', (byte)'}']);
        yield return ("a comment", [.. "/* */"u8, .. valid]);
        yield return ("bytes that are no UTF-8", [(byte)'{', (byte)'"', .. Bytes(0x80), (byte)'"', .. ":1}"u8]);
        yield return ("an overlong character", [.. "{\""u8, 0xC0, 0xAF, .. "\":1}"u8]);
        yield return ("half a surrogate pair", Encoding.ASCII.GetBytes($$"""{"\ud800":"\udfff{{_values.Word()}}"}"""));
        var depth = random.Next(65, 20_000);
        yield return ("nested too deep", Encoding.ASCII.GetBytes($"{new string('[', depth)}{new string(']', depth)}"));
        yield return ("nested and never closed", Encoding.ASCII.GetBytes(string.Concat(Enumerable.Repeat("{\"a\":", depth))));
        yield return ("random bytes", Bytes(0));
        yield return ("not an object", Encoding.ASCII.GetBytes(new[] { "null", "true", "1", "\"{}\"", "[]", "[{}]", "1e999999" }[random.Next(7)]));
        yield return ("a member twice", Twice(valid));
    }

    private IEnumerable<(string What, Json Value)> Broken(Json valid, JsonObject reference, string at)
    {
        foreach (var value in _values.Values(reference))
        {
            yield return ($"{at}: {Shortened(value)}", value);
        }

        var schema = document.Resolve(reference);
        if (valid is not JsonObject members || schema["properties"] is not JsonObject properties)
        {
            yield break;
        }

        yield return ($"{at}: unknown member", With(members, $"x-{_values.Word()}", Json.Of(_values.Word())));
        foreach (var (name, described) in properties)
        {
            foreach (var (what, value) in Broken(members[name] ?? ValidRequest.ValueFor((JsonObject)described, document), (JsonObject)described, $"{at}/{name}"))
            {
                yield return (what, With(members, name, value));
            }

            if (schema["required"] is JsonArray required && required.Contains(Json.Of(name)))
            {
                yield return ($"{at}: without {name}", Without(members, name));
            }
        }
    }

    private static JsonObject With(JsonObject members, string name, Json value)
    {
        var builder = new JsonObjectBuilder();
        foreach (var (known, kept) in members)
        {
            builder.Set(known, kept);
        }

        return builder.Set(name, value).Build();
    }

    private static JsonObject Without(JsonObject members, string name) => JsonObject.Of([.. members.Where(member => member.Key != name).Select(member => (member.Key, member.Value))]);

    private static byte[] Twice(byte[] valid)
    {
        var members = Encoding.UTF8.GetString(valid)[1..^1];
        return members.Length == 0 ? "{\"a\":1,\"a\":1}"u8.ToArray() : Encoding.UTF8.GetBytes($"{{{members},{members}}}");
    }

    private byte[] Bytes(byte least)
    {
        var bytes = new byte[1 + random.Next(200)];
        random.NextBytes(bytes);
        return [.. bytes.Select(one => (byte)(one | least))];
    }

    private static string Shortened(Json value) => value.ToString() is { Length: > 40 } text ? $"{text[..40]}…" : value.ToString();
}
