namespace TaskOrchestration.Offline.Tests.Surface;

/// <summary>The offline packages have nothing that the real ones have not.</summary>
public sealed class SurfaceTests
{
    [SheetTheory]
    [InlineData("Blobs")]
    [InlineData("Monitor")]
    [InlineData("Tables")]
    [InlineData("Worker")]
    public void Nothing_is_invented(string folder)
    {
        var comparison = new Comparison(Sheet.Read());

        var differences = OfflineAssembly.Load(folder).GetExportedTypes().SelectMany(type => comparison.Differences(new OfflineType(type))).ToList();

        Assert.True(differences.Count == 0, $"eng/offline/{folder}:\n  {string.Join("\n  ", differences)}");
    }

    [SheetTheory]
    [InlineData("Microsoft.DurableTask.TaskOrchestrationContext")]
    [InlineData("Microsoft.Azure.Functions.Worker.Builder.FunctionsApplicationBuilder")]
    [InlineData("Azure.Data.Tables.TableClient")]
    [InlineData("Azure.Storage.Blobs.Specialized.BlockBlobClient")]
    public void The_sheet_is_read_with_its_members(string type) => Assert.NotEmpty(Sheet.Read().Find(type)?.Members ?? []);
}
