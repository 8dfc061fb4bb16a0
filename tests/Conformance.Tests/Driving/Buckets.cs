using System.Text;
using TaskOrchestration.Conformance.Tests.Corpora;
using TaskOrchestration.Orchestrations.Blobs;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.Conformance.Tests.Driving;

/// <summary>The objects that a case puts into S3 before its execution begins.</summary>
public static class Buckets
{
    /// <summary>The objects, a bucket a folder.</summary>
    /// <param name="setup">The case's <c>setup</c>.</param>
    public static IBlobStore Of(JsonArray setup)
    {
        var blobs = new InMemoryBlobStore(new VirtualAgenda(Births.Moment));
        foreach (var call in setup.Where(call => call.Text("service") == "s3" && call.Text("call") == "PutObject").Select(call => call.Object("params")!))
        {
            var content = new MemoryStream(Encoding.UTF8.GetBytes(call.Text("Body") ?? ""));
            blobs.WriteAsync($"{call.Text("Bucket")}/{call.Text("Key")}", content, new BlobDraft("application/octet-stream", "setup")).AsTask().GetAwaiter().GetResult();
        }

        return blobs;
    }
}
