using System.Text;
using MinhBach.Transparency;
using MinhBach.TransparencyLog;

namespace MinhBach.Tests.Transparency.Proofs;

public sealed class HistoryFileFacts : IDisposable
{
    private readonly SampleLog _log = new();

    [Theory]
    [InlineData("H26.27-261122-0012")]
    [InlineData(null)]
    public void A_history_comes_back(string? code)
    {
        var history = new HistoryFile(code, _log.Key, [_log.Witness], [.. Enumerable.Range(1, 4).Select(number => _log.Proof(number))]);
        var read = HistoryFile.Read(history.ToBytes());

        Assert.Equal((code, _log.Key), (read.Code, read.Log));
        Assert.Equal([_log.Witness], read.Witnesses);
        Assert.Equal(history.Proofs.Select(proof => proof.ToString()), read.Proofs.Select(proof => proof.ToString()));
        Assert.StartsWith("{\"format\":\"minhbach-history@v1\"", Encoding.UTF8.GetString(history.ToBytes()), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("""{"format":"minhbach-history@v2","log":"x","witnesses":[],"proofs":[]}""")]
    [InlineData("""{"format":"minhbach-history@v1","witnesses":[],"proofs":[]}""")]
    [InlineData("""{"format":"minhbach-history@v1","log":"x","witnesses":[],"proofs":[]}""")]
    [InlineData("""{"format":"minhbach-history@v1","log":"x","witnesses":[null],"proofs":[]}""")]
    [InlineData("""{"format":"minhbach-history@v1","log":"x","witnesses":[],"proofs":"x"}""")]
    public void What_is_no_history_is_refused(string file) => Assert.Throws<LogException>(() => HistoryFile.Read(Encoding.UTF8.GetBytes(file)));

    public void Dispose() => _log.Dispose();
}
