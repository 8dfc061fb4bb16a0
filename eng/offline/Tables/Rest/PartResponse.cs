using System.Diagnostics.CodeAnalysis;
using System.Text;
using Azure.Core;

namespace Azure.Data.Tables.Rest;

/// <summary>One of the responses inside the response to a transaction.</summary>
internal sealed class PartResponse : Response
{
    private readonly Dictionary<string, string> headers = new(StringComparer.OrdinalIgnoreCase);

    private PartResponse(int status, string reason)
    {
        Status = status;
        ReasonPhrase = reason;
    }

    public override int Status { get; }

    public override string ReasonPhrase { get; }

    public override Stream ContentStream { get; set; }

    public override string ClientRequestId { get; set; } = "";

    /// <summary>The parts of a transaction's response, each from its status line on.</summary>
    public static IReadOnlyList<PartResponse> All(BinaryData content)
    {
        var parts = new List<PartResponse>();
        var text = content.ToString();
        const string start = "HTTP/1.1 ";
        for (var at = text.IndexOf(start, StringComparison.Ordinal); at >= 0;)
        {
            var next = text.IndexOf("\r\n" + start, at, StringComparison.Ordinal) is var found and >= 0 ? found + 2 : -1;
            parts.Add(Parse(text[(at + start.Length)..(next < 0 ? text.Length : next)]));
            at = next;
        }

        return parts;
    }

    public override void Dispose() => ContentStream?.Dispose();

    protected override bool TryGetHeader(string name, [NotNullWhen(true)] out string value) => headers.TryGetValue(name, out value);

    protected override bool TryGetHeaderValues(string name, [NotNullWhen(true)] out IEnumerable<string> values)
    {
        values = headers.TryGetValue(name, out var value) ? [value] : null;
        return values is not null;
    }

    protected override bool ContainsHeader(string name) => headers.ContainsKey(name);

    protected override IEnumerable<HttpHeader> EnumerateHeaders() => headers.Select(header => new HttpHeader(header.Key, header.Value));

    private static PartResponse Parse(string text)
    {
        var end = text.IndexOf("\r\n\r\n", StringComparison.Ordinal);
        var lines = (end < 0 ? text : text[..end]).Split("\r\n");
        var status = lines[0].Split(' ', 2);
        var part = new PartResponse(int.Parse(status[0], System.Globalization.CultureInfo.InvariantCulture), status.ElementAtOrDefault(1) ?? "");
        foreach (var line in lines.Skip(1))
        {
            if (line.Split(':', 2) is [var name, var value])
            {
                part.headers[name.Trim()] = value.Trim();
            }
        }

        part.ContentStream = new MemoryStream(Encoding.UTF8.GetBytes(end < 0 ? "" : Body(text[(end + 4)..])));
        return part;
    }

    private static string Body(string rest) => rest.LastIndexOf("\r\n--changeset", StringComparison.Ordinal) is var boundary and >= 0 ? rest[..boundary].TrimEnd() : rest.Trim();
}
