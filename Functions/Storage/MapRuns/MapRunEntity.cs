using Azure.Data.Tables;
using TaskOrchestration.Orchestrations.MapRuns;
using TaskOrchestration.StatesLanguage.MapRuns;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.Functions.Storage.MapRuns;

/// <summary>A Map Run as an entity, apart from its request.</summary>
internal static class MapRunEntity
{
    private const string Open = "Open";
    private const string Output = "Output";
    private const string Progress = "Progress";
    private const string RedriveCount = "RedriveCount";
    private const string Failure = "Failure";
    private const string Mark = "IsPurged";

    /// <summary>Whether it is about to be deleted: then it is not there for anybody.</summary>
    public static bool IsMarked(TableEntity entity) => entity.GetBoolean(Mark) is true;

    /// <summary>How often the Map Run in an entity has been redriven.</summary>
    public static int RedriveCountOf(TableEntity entity) => entity.GetInt32(RedriveCount) ?? 0;

    /// <summary>The entity of a Map Run that is about to be deleted.</summary>
    public static TableEntity Marked(KeptMapRun kept)
    {
        var entity = Write(kept);
        entity[Mark] = true;
        return entity;
    }

    public static TableEntity Write(KeptMapRun kept)
    {
        var run = kept.Run;
        var entity = new TableEntity(MapRunKeys.Of(run.Arn).Partition, MapRunKeys.Run)
        {
            ["Arn"] = run.Arn,
            ["ExecutionArn"] = run.ExecutionArn,
            ["Number"] = kept.Number,
            ["Status"] = run.Status.ToString(),
            ["StartDate"] = EntityValues.WriteTime(run.StartDate),
            ["RequestDigest"] = kept.Request.Digest,
            ["RequestPieces"] = kept.Request.Pieces,
            [RedriveCount] = run.RedriveCount,
            ["Redriven"] = kept.Redriven,
        };
        if (run.StopDate is { } stopDate)
        {
            entity["StopDate"] = EntityValues.WriteTime(stopDate);
        }

        if (kept.Turn is { } turn)
        {
            entity["Turn"] = turn;
        }

        entity.SetText(Progress, MapRunProgress.Of(run).ToString());
        entity.SetText(Open, kept.Open.ToString());
        entity.SetText(Output, run.Output?.ToString());
        entity.SetText(Failure, run.Failure is { } failure ? FailureJson.Write(failure).ToString() : null);
        return entity;
    }

    /// <summary>Where the request of the Map Run in an entity is.</summary>
    public static RequestKey RequestOf(TableEntity entity) => new(entity.Text("RequestDigest"), entity.GetInt32("RequestPieces") ?? 0);

    public static KeptMapRun Read(TableEntity entity, MapRunRequest request)
    {
        var run = new MapRun
        {
            Arn = entity.Text("Arn"),
            ExecutionArn = entity.Text("ExecutionArn"),
            Request = request,
            Status = entity.Choice<MapRunStatus>("Status"),
            StartDate = entity.Time("StartDate"),
            StopDate = entity.FindTime("StopDate"),
            Output = entity.FindText(Output) is { } output ? Json.Parse(output) : null,
            Failure = entity.FindText(Failure) is { } failure ? FailureJson.Read(Json.Parse(failure)) : null,
            MaxConcurrency = 0,
            Tolerance = MapRunTolerance.None,
        };
        return new KeptMapRun(MapRunProgress.Read(run, (JsonObject)Json.Parse(entity.FindText(Progress) ?? "{}")), RequestOf(entity), entity.Integer("Number"))
        {
            Open = OpenChildren.Read(entity.FindText(Open)),
            Redriven = entity.Integer("Redriven"),
            Turn = entity.GetString("Turn"),
            Version = entity.ETag,
        };
    }
}
