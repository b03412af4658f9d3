using MinhBach.Tests;

[assembly: AssemblyFixture(typeof(SharedCities))]

namespace MinhBach.Tests;

/// <summary>Ends with the test process whatever its tests shared.</summary>
public sealed class SharedCities : IAsyncDisposable
{
    public async ValueTask DisposeAsync() => await TestCity.StopSharedAsync();
}
