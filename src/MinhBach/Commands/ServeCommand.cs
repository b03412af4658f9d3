using System.CommandLine;
using System.Diagnostics;
using MinhBach.DemoCity;
using MinhBach.Kernel;
using MinhBach.Shell;

namespace MinhBach.Commands;

/// <summary>No verb: serves the city. It answers at once, with the waiting page until it is ready.</summary>
internal static class ServeCommand
{
    public static void AddTo(RootCommand root, CommonOptions common, Words words, TextWriter output) =>
        root.SetAction((parsed, cancellation) => RunAsync(common.Read(parsed), words, output, cancellation));

    private static async Task<int> RunAsync(CityOptions options, Words words, TextWriter output, CancellationToken cancellation)
    {
        var watch = Stopwatch.StartNew();
        await using var app = City.Build(options);
        // While the server starts, the other core prepares what the first query needs.
        var warm = Task.Run(app.Services.GetRequiredService<CityDatabase>().Warm, cancellation);
        await app.StartAsync(cancellation);
        output.WriteLine(words["Minh Bạch nghe tại {0}; dữ liệu ở {1}. Dừng bằng Ctrl+C.", options.Urls, options.Database is null ? Path.GetFullPath(options.DataFolder) : "PostgreSQL"]);
        using var stopping = CancellationTokenSource.CreateLinkedTokenSource(cancellation, app.Lifetime.ApplicationStopping);
        var progress = new ConsoleProgress(words, output);
        try
        {
            var made = await CityStart.FillAsync(app, options, options.Demo ? DemoCityPlan.Default : null, progress, stopping.Token);
            await warm;
            progress.End();
            if (made is not null) output.WriteLine(MadeText.Of(words, made));
            output.WriteLine(words["Sẵn sàng sau {0} giây: {1}", words.Number((decimal)watch.Elapsed.TotalSeconds, 1), options.Urls]);
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            progress.End();
            output.WriteLine(words["Đã dừng khi chưa chuẩn bị xong; lần sau sẽ làm lại từ đầu."]);
            return 0;
        }
        catch
        {
            progress.End();
            await app.StopAsync(CancellationToken.None);
            throw;
        }

        await app.WaitForShutdownAsync(cancellation);
        return 0;
    }
}
