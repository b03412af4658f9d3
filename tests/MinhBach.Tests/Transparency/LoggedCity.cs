using MinhBach.Dossiers;
using MinhBach.Tests.Dossiers;
using MinhBach.Tests.Monitoring;
using MinhBach.Transparency;
using MinhBach.Transparency.Grow;
using MinhBach.TransparencyLog;

namespace MinhBach.Tests.Transparency;

/// <summary>A city whose log is published by hand, and read as others read it.</summary>
internal static class LoggedCity
{
    /// <summary>Has a dossier handed in and finished.</summary>
    public static async Task<DossierView> FinishOneAsync(this TestCity city)
    {
        var work = new VerbFacts.Work(city);
        var id = (await work.SubmitAsync(KnownCity.Procedure)).Id;
        await work.FinishAsync(id);
        // Elsewhere in a PostgreSQL cluster an older transaction may hold the newest entries back for a moment.
        await city.CatchUpAsync();
        return await work.ViewAsync(id);
    }

    /// <summary>Publishes everything that was committed.</summary>
    public static async Task PublishAsync(this TestCity city)
    {
        await city.CatchUpAsync();
        await city.Service<PublishLog>().CatchUpAsync(TestContext.Current.CancellationToken);
    }

    public static LogFolder LogFolder(this TestCity city) => new(city.Service<LogHome>().Folder);

    /// <summary>Size and root of the checkpoint that everybody sees.</summary>
    public static TreeHead LogHead(this TestCity city) =>
        Checkpoint.Open(LogFiles.ShownCheckpoint(city.Service<LogHome>().Folder)!, city.Service<LogHome>().Published()[0]).Head;

    public static List<byte[]> Leaves(this TestCity city) =>
        [.. new LogCheck(city.LogFolder(), city.LogHead()).Run().SelectMany(bundle => bundle.Entries).Select(entry => entry.ToArray())];

    public static List<LogEntry> ShownEntries(this TestCity city) => city.Leaves().ConvertAll(leaf => LogEntryJson.Read(leaf));

    /// <summary>What a stranger finds who reads the whole log and trusts its key.</summary>
    public static VerifyReport Verify(this TestCity city)
    {
        var state = Directory.CreateTempSubdirectory("minhbach-verify-");
        try
        {
            return new WatchedLog("city", city.LogFolder(), new WatchTrust { Keys = city.Service<LogHome>().Published() }, new(state.FullName), city.Service<TimeProvider>()).Check();
        }
        finally
        {
            state.Delete(recursive: true);
        }
    }

    public static Task<HttpResponseMessage> AskAsync(this Visitor visitor, string path) =>
        visitor.Client.GetAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken);
}
