using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace MinhBach.Kernel;

/// <summary>Looks every hour whether a month has begun.</summary>
internal sealed class JournalMonthTurn(JournalMonths months, TimeProvider clock, ILogger<JournalMonthTurn> log) : BackgroundService
{
    private static readonly TimeSpan Round = TimeSpan.FromHours(1);

    private static readonly Action<ILogger, Exception?> Failed =
        LoggerMessage.Define(LogLevel.Error, new EventId(1, "MonthNotTurned"), "The journal's table of this month could not be made; the next round tries again, and the earlier month's goes on.");

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var rounds = new PeriodicTimer(Round, clock);
        do
        {
            try
            {
                await months.TurnAsync(clock.Now(), stoppingToken);
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                Failed(log, failure);
            }
        }
        while (await rounds.WaitForNextTickAsync(stoppingToken));
    }
}
