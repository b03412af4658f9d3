using MinhBach.Monitoring;

namespace MinhBach.Tests.Monitoring;

public sealed class SharedWalkFacts
{
    [Fact]
    public async Task Each_sees_everything_in_order_however_slow_another_is()
    {
        var (quick, slow) = (new List<int>(), new List<int>());

        await SharedWalk.RunAsync(
            PagesAsync(),
            [(pages, _) => TakeAsync(pages, quick, () => Task.CompletedTask), (pages, _) => TakeAsync(pages, slow, async () => await Task.Yield())],
            TestContext.Current.CancellationToken);

        Assert.Equal(Enumerable.Range(1, 100), quick);
        Assert.Equal(quick, slow);
    }

    [Fact]
    public async Task When_one_fails_the_others_stop_and_its_failure_is_told()
    {
        var failure = await Assert.ThrowsAsync<InvalidDataException>(() => SharedWalk.RunAsync(
            PagesAsync(),
            [(pages, _) => TakeAsync(pages, [], () => Task.CompletedTask), (_, _) => Task.FromException(new InvalidDataException("page 1"))],
            TestContext.Current.CancellationToken));

        Assert.Equal("page 1", failure.Message);
    }

    private static async IAsyncEnumerable<int> PagesAsync()
    {
        foreach (var page in Enumerable.Range(1, 100))
        {
            await Task.Yield();
            yield return page;
        }
    }

    private static async Task TakeAsync(IAsyncEnumerable<int> pages, List<int> seen, Func<Task> rest)
    {
        await foreach (var page in pages)
        {
            seen.Add(page);
            await rest();
        }
    }
}
