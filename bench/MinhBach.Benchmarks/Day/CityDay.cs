using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using MinhBach.DemoCity;
using MinhBach.Dossiers;

namespace MinhBach.Benchmarks.Day;

/// <summary>
/// The load: dossiers come in at their own pace, however slowly they are answered, and each brings with it what people do about
/// it. What in a city takes days takes a minute or two here.
/// </summary>
internal sealed class CityDay(Asking asking, Cast cast, Record record, int times, int seed)
{
    /// <summary>Hanoi's.</summary>
    public const double DossiersPerYear = 4_000_000;

    /// <summary>In the average hour at work: 250 days of 8 hours.</summary>
    public const double FiledPerSecond = DossiersPerYear / (250 * 8 * 3600);

    /// <summary>Kind of what is counted as handed in.</summary>
    public const string HandIn = "POST application";

    private const double VisitsPerDossier = 3;
    private const int LooksPerDossier = 6;
    private const double SecondsBetweenSteps = 12;
    private const int MostSteps = 30;

    private readonly ConcurrentQueue<Task> running = new();
    private int number;

    /// <summary>Runs for so long; what is under way then is not begun anew, but ends.</summary>
    public async Task RunAsync(TimeSpan length)
    {
        using var over = new CancellationTokenSource(length);
        await Task.WhenAll(
            ArriveAsync(FiledPerSecond * times, FileAsync, over.Token),
            ArriveAsync(FiledPerSecond * times * VisitsPerDossier, (dice, _) => VisitAsync(dice), over.Token));
        await Task.WhenAll(running);
    }

    // One after the other at random moments, as people come who know nothing of each other.
    private async Task ArriveAsync(double perSecond, Func<Dice, CancellationToken, Task> come, CancellationToken over)
    {
        var (begun, next) = (Stopwatch.GetTimestamp(), TimeSpan.Zero);
        try
        {
            while (!over.IsCancellationRequested)
            {
                var dice = Dice.For(seed, Interlocked.Increment(ref number));
                next += TimeSpan.FromSeconds(dice.Exponential(1 / perSecond));
                if (next - Stopwatch.GetElapsedTime(begun) is var wait && wait > TimeSpan.Zero) await Task.Delay(wait, over);
                running.Enqueue(come(dice, over));
                while (running.TryPeek(out var first) && first.IsCompleted) running.TryDequeue(out _);
            }
        }
        catch (OperationCanceledException)
        {
            // The day is over.
        }
    }

    private async Task VisitAsync(Dice dice)
    {
        var procedure = cast.Draw(dice).Want.Procedure;
        await PageAsync("home page", "/");
        await PageAsync("search for a procedure", "/thu-tuc?q=" + Uri.EscapeDataString(procedure.Name[..Math.Min(24, procedure.Name.Length)]));
        await PageAsync("procedure page", "/thu-tuc/" + procedure.Code);
        if (dice.Chance(0.1)) await PageAsync("public figures", "/cong-khai");
    }

    private async Task FileAsync(Dice dice, CancellationToken over)
    {
        var application = cast.Draw(dice);
        var answer = await asking.HandInAsync(application.Text, string.Create(CultureInfo.InvariantCulture, $"{Guid.NewGuid():N}"));
        if (!Note(HandIn, answer)) return;
        using var handedIn = JsonDocument.Parse(answer.Body);
        var code = handedIn.RootElement.GetProperty("code").GetString()!;
        for (var look = 0; look < LooksPerDossier; look++) running.Enqueue(LookAsync(code, TimeSpan.FromSeconds(dice.Exponential(SecondsBetweenSteps * 3)), over));
        await WorkAsync(application, code, dice, over);
    }

    private async Task LookAsync(string code, TimeSpan later, CancellationToken over)
    {
        if (await PauseAsync(later, over)) await PageAsync("tracking page", "/tra-cuu/" + code);
    }

    // The dossier's whole way over the desks, or as far as the day allows.
    private async Task WorkAsync(Application application, string code, Dice dice, CancellationToken over)
    {
        var reader = cast.Tokens[dice.Below(cast.Tokens.Count)];
        long? appraiser = null;
        for (var step = 0; step < MostSteps; step++)
        {
            if (!await PauseAsync(TimeSpan.FromSeconds(dice.Exponential(SecondsBetweenSteps)), over)) return;
            // One half of the officials work at the product's own screens, the other with programs.
            var atScreen = dice.Chance(0.5);
            if (atScreen)
            {
                Note("officer's inbox", await asking.ScreenAsync("/viec", cast.Screens[dice.Below(cast.Screens.Count)]));
                Note("officer's page of a dossier", await asking.ScreenAsync("/ho-so/" + code, Cast.Overseer));
            }

            var read = await asking.ReadAsync("/api/v1/dossiers/" + code, reader);
            if (!Note("GET dossier", read)) return;
            if (Next(application.Want, read.Body, appraiser) is not { } next) return;
            if (!atScreen) Note("GET tasks", await asking.ReadAsync("/api/v1/tasks?pile=unit&limit=20", next.Token));
            if (!Note("POST step", await asking.DoAsync($"/api/v1/dossiers/{code}/{next.Verb}", next.Token, next.Body))) return;
            if (!next.Approves) appraiser = next.Person;
        }
    }

    private Deed? Next(Want want, string text, long? appraiser)
    {
        using var dossier = JsonDocument.Parse(text);
        var root = dossier.RootElement;
        switch ((DossierStatus)root.GetProperty("status").GetInt32())
        {
            case DossierStatus.AwaitingReception:
                return Of(cast.WhoDoes(want, node: null, "", "", except: null), "receive");
            case DossierStatus.Completed:
                return Of(cast.WhoDoes(want, node: null, "", "", except: null), "return-result", """{"method":"Bản điện tử vào kho dữ liệu của người nộp"}""");
            case DossierStatus.Received or DossierStatus.Processing:
                foreach (var step in root.GetProperty("steps").EnumerateArray())
                {
                    if (step.TryGetProperty("endedAt", out var ended) && ended.ValueKind != JsonValueKind.Null) continue;
                    var who = cast.WhoDoes(want, step.GetProperty("node").GetString(), step.GetProperty("agency").GetString()!, step.GetProperty("unit").GetString()!, appraiser);
                    return Of(who, string.Create(CultureInfo.InvariantCulture, $"steps/{step.GetProperty("task").GetInt32()}/complete"), "{}");
                }

                return null;
            default:
                return null;
        }

        static Deed? Of((string Token, long? Person, bool Approves)? who, string verb, string body = "") =>
            who is { } known ? new(verb, body, known.Token, known.Person, known.Approves) : null;
    }

    private async Task PageAsync(string kind, string path) => Note(kind, await asking.PageAsync(path));

    private bool Note(string kind, Answer answer)
    {
        record.Add(kind, answer.Took);
        if (answer.Status is >= 200 and < 300) return true;
        record.Fail(kind, FormattableString.Invariant($"{answer.Status} {answer.Body[..Math.Min(200, answer.Body.Length)].ReplaceLineEndings(" ")}"));
        return false;
    }

    private static async Task<bool> PauseAsync(TimeSpan length, CancellationToken over)
    {
        try
        {
            await Task.Delay(length, over);
            return true;
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }

    private sealed record Deed(string Verb, string Body, string Token, long? Person, bool Approves);
}
