using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using MinhBach.Kernel;
using MinhBach.Monitoring.Cuts;
using MinhBach.Monitoring.History;

namespace MinhBach.Monitoring.Boards;

/// <summary>
/// Asks for the city's board before anybody does, so that nobody waits until what full blocks hold is counted: after a start, and
/// whenever a day or a block is over.
/// </summary>
internal sealed class CountAhead(CityBoards boards, HistoryShelf shelf, TimeProvider clock, ILogger<CountAhead> log) : BackgroundService
{
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(1);

    // What is kept is asked for in some milliseconds.
    private static readonly TimeSpan Round = TimeSpan.FromMinutes(1);

    /// <summary>Counts what the city's page shows.</summary>
    public void Count(ReportingPeriod period)
    {
        boards.Of(BoardSubject.City, period);
        boards.Parts(BoardSubject.City, period, Dimension.Agency);
        boards.Parts(BoardSubject.City, period, Dimension.Procedure);
    }

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                if (shelf.IsCurrent) Count(ReportingPeriod.YearTo(clock.Today()));
            }
            catch (Exception failure) when (failure is not OutOfMemoryException)
            {
                log.LogError(failure, "The city's board could not be counted ahead; it is tried again in a minute.");
            }

            await Task.Delay(shelf.IsCurrent ? Round : Look, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }
}
