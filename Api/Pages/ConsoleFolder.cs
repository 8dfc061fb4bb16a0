using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Text;

namespace TaskOrchestration.Api.Pages;

/// <summary>The console as its build has left it: a folder of files, of which none is known that was not there when it was last built.</summary>
/// <remarks>Files are read once and kept, a few megabytes in all. The folder may come, and be replaced as a whole, while the server runs.</remarks>
internal sealed class ConsoleFolder(string path)
{
    private const string Index = "index.html";

    private static readonly (string Encoding, string Extension)[] Encodings = [("br", ".br"), ("gzip", ".gz"), ("", "")];

    private static readonly FrozenDictionary<string, string> ContentTypes = new Dictionary<string, string>
    {
        [".css"] = "text/css; charset=utf-8",
        [".html"] = "text/html; charset=utf-8",
        [".ico"] = "image/x-icon",
        [".js"] = "text/javascript; charset=utf-8",
        [".json"] = "application/json",
        [".mjs"] = "text/javascript; charset=utf-8",
        [".png"] = "image/png",
        [".svg"] = "image/svg+xml",
        [".txt"] = "text/plain; charset=utf-8",
        [".webmanifest"] = "application/manifest+json",
        [".woff2"] = "font/woff2",
    }.ToFrozenDictionary();

    private Build? build;

    /// <summary>The page that every address of the console begins with; none if the console has not been built.</summary>
    public string? Page => Current() is { } current ? current.Page : null;

    /// <summary>A file; none if the console has none of this path.</summary>
    /// <param name="at">The path as a browser asks for it, with a slash before it.</param>
    public ConsoleFile? Find(string at) => Current() is { } current && current.Paths.TryGetValue(at, out var file) ? current.Files.GetOrAdd(at, _ => Read(at, file)) : null;

    private Build? Current()
    {
        var index = new FileInfo(Path.Combine(path, Index));
        if (!index.Exists)
        {
            return null;
        }

        var known = Volatile.Read(ref build);
        if (known is null || known.At != index.LastWriteTimeUtc)
        {
            known = new Build(index.LastWriteTimeUtc, File.ReadAllText(index.FullName, Encoding.UTF8), PathsOf(path), []);
            Volatile.Write(ref build, known);
        }

        return known;
    }

    private static FrozenDictionary<string, string> PathsOf(string folder) => Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
        .Where(file => ContentTypes.ContainsKey(Path.GetExtension(file)) && Path.GetFileName(file) != Index)
        .ToFrozenDictionary(file => $"/{Path.GetRelativePath(folder, file).Replace('\\', '/')}");

    private static ConsoleFile Read(string at, string file) => new(
        ContentTypes[Path.GetExtension(file)],
        [.. Encodings.Where(form => File.Exists(file + form.Extension)).Select(form => ConsoleFile.Form.Of(form.Encoding, File.ReadAllBytes(file + form.Extension)))],
        IsImmutable: at.StartsWith("/assets/", StringComparison.Ordinal));

    private sealed record Build(DateTime At, string Page, FrozenDictionary<string, string> Paths, ConcurrentDictionary<string, ConsoleFile> Files);
}
