using TaskOrchestration.Api.Tests.Rest.Conformance;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.Api.Tests.Rest.Fuzz;

/// <summary>Requests that an operation's schemas do not allow, as many as one likes.</summary>
public sealed class InvalidRequests(DocumentedOperation operation, ApiDocument document, Random random)
{
    private static readonly string[] BadEscapes = ["%ff", "%c0%af", "%zz", "%", "%e2%82", "%ed%a0%80"];

    private readonly ValidRequest _valid = ValidRequest.For(operation, document);
    private readonly InvalidValues _values = new(document, random);
    private readonly BodyFaults _bodies = new(document, random);

    /// <summary>An endless sequence of them.</summary>
    public IEnumerable<InvalidRequest> All()
    {
        while (true)
        {
            foreach (var request in Round())
            {
                yield return request;
            }
        }
    }

    private IEnumerable<InvalidRequest> Round() => BadQueries().Concat(BadParameters()).Concat(BadBodies()).Concat(BadTypes());

    private IEnumerable<InvalidRequest> BadQueries()
    {
        yield return Valid("an unknown parameter", Joined(_valid.Address, $"x{_values.Word()}={_values.Word()}"));
        yield return Valid("an unknown parameter twice", Joined(_valid.Address, $"x{_values.Word()}&x{_values.Word()}"));
        yield return Valid("a name of nothing", Joined(_valid.Address, $"={_values.Word()}"));
        foreach (var escape in BadEscapes)
        {
            yield return Valid($"{escape} in the query", Joined(_valid.Address, $"x{_values.Word()}={escape}"));
        }
    }

    private IEnumerable<InvalidRequest> BadParameters()
    {
        foreach (var parameter in operation.Parameters)
        {
            var name = ((JsonString)parameter["name"]!).Value;
            var place = ((JsonString)parameter["in"]!).Value;
            var schema = (JsonObject)parameter["schema"]!;
            foreach (var text in _values.Texts(schema))
            {
                switch (place)
                {
                    case "query":
                        yield return Valid($"{name}={text}", Joined(WithoutQuery(name), $"{name}={Uri.EscapeDataString(text)}"));
                        break;
                    // A path of dots is another path; one with a NUL is no HTTP to the server, which answers that without asking the application.
                    case "path" when text.Trim('.').Length > 0 && !text.Contains('\0', StringComparison.Ordinal):
                        yield return Valid($"{{{name}}}={text}", WithPath(name, Uri.EscapeDataString(text)));
                        break;
                    case "header" when IsSendable(text):
                        yield return Valid($"{name}: {text}", _valid.Address) with { Headers = [(name, text)] };
                        break;
                }
            }

            if (place == "query")
            {
                var value = Uri.EscapeDataString(ValidRequest.ValueFor(schema, document) is JsonString text ? text.Value : "1");
                foreach (var escape in BadEscapes)
                {
                    yield return Valid($"{name}={escape}", Joined(WithoutQuery(name), $"{name}={escape}"));
                }

                if (schema["items"] is null)
                {
                    yield return Valid($"{name} twice", Joined(WithoutQuery(name), $"{name}={value}&{name}={value}"));
                }
            }
        }
    }

    private IEnumerable<InvalidRequest> BadBodies()
    {
        if (operation.BodySchema is { } schema)
        {
            foreach (var (what, body) in _bodies.OfContent(schema).Concat(_bodies.OfText(schema)))
            {
                yield return new InvalidRequest(what, _valid.Address, body, operation.BodyTypes[random.Next(operation.BodyTypes.Count)]);
            }
        }
    }

    private IEnumerable<InvalidRequest> BadTypes()
    {
        string?[] types = operation.BodySchema is null ? [] : [null, "text/plain", "application/xml", "application/json; charset=utf-16", "x", "*/*", "application/x-www-form-urlencoded", $"application/{_values.Word()}"];
        foreach (var type in types)
        {
            yield return new InvalidRequest($"Content-Type {type}", _valid.Address, _valid.Body!.ToUtf8(), type);
        }

        // A file may be empty.
        if (operation.NeedsBody && operation.BodySchema is not null)
        {
            yield return new InvalidRequest("no body", _valid.Address, [], operation.BodyTypes[0]);
        }
    }

    /// <summary>A request in which nothing but its address is wrong.</summary>
    private InvalidRequest Valid(string what, string address) => _valid.Body is null
        ? operation.BodyTypes.Count > 0 ? new InvalidRequest(what, address, [1, 2, 3], "application/octet-stream") : new InvalidRequest(what, address)
        : new InvalidRequest(what, address, _valid.Body.ToUtf8(), operation.BodyTypes[0]);

    private string WithoutQuery(string name) => (_valid with { Query = [.. _valid.Query.Where(parameter => parameter.Name != name)] }).Address;

    private string WithPath(string name, string value)
    {
        var valid = ValidRequest.ValueFor((JsonObject)operation.Parameters.Single(parameter => parameter["name"]!.Equals(Json.Of(name)))["schema"]!, document);
        var sample = Uri.EscapeDataString(valid is JsonString text ? text.Value : valid.ToString());
        var parts = operation.Path.Split('/');
        var given = _valid.Address.Split('?')[0].Split('/');
        return string.Join('/', parts.Select((part, i) => part == $"{{{name}}}" && given[i] == sample ? value : given[i]));
    }

    private static string Joined(string address, string parameter) => $"{address}{(address.Contains('?', StringComparison.Ordinal) ? '&' : '?')}{parameter}";

    /// <summary>What a client can put into a header and a server takes for a value at all.</summary>
    private static bool IsSendable(string text) => text.Trim().Length > 0 && text.All(c => c is > ' ' and < '\u007f');
}
