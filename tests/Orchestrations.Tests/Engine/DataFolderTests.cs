using TaskOrchestration.Orchestrations.Engine;
using TaskOrchestration.Support;

namespace TaskOrchestration.Orchestrations.Tests.Engine;

public sealed class DataFolderTests : IDisposable
{
    private readonly TemporaryFolder temporary = new();

    [Fact]
    public void Belongs_to_one_at_a_time()
    {
        var path = Path.Combine(temporary.Path, "new", "folder");
        using (DataFolder.Open(path))
        {
            var refused = Assert.Throws<DataFolderInUseException>(() => DataFolder.Open(path));
            Assert.Equal($"The data folder {path} is in use by another process. Stop that process or choose another folder.", refused.Message);
        }

        using var again = DataFolder.Open(path);
        Assert.Equal(path, again.Path);
    }

    [Fact]
    public void Is_not_called_in_use_when_it_cannot_be_written()
    {
        var path = Path.Combine(temporary.Path, "file");
        File.WriteAllText(path, "not a folder");

        var refused = Assert.Throws<IOException>(() => DataFolder.Open(path));

        Assert.Equal($"The data folder {path} cannot be written: expected a folder, found a file", refused.Message);
    }

    [Fact]
    public void Is_not_called_in_use_when_its_lock_cannot_be_made()
    {
        Directory.CreateDirectory(Path.Combine(temporary.Path, "lock"));

        var refused = Assert.Throws<IOException>(() => DataFolder.Open(temporary.Path));

        Assert.StartsWith($"The data folder {temporary.Path} cannot be written: ", refused.Message, StringComparison.Ordinal);
    }

    public void Dispose() => temporary.Dispose();
}
