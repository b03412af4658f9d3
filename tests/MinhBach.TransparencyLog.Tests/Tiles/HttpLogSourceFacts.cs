using System.Net;

namespace MinhBach.TransparencyLog.Tests;

public sealed class HttpLogSourceFacts
{
    [Fact]
    public void A_log_behind_a_web_server_is_checked_as_one_in_a_folder()
    {
        using var folder = new TemporaryFolder();
        var head = folder.Grow(TreeHead.Empty, 300, 600);
        using var http = new HttpClient(new Server(folder.Log));
        var source = new HttpLogSource(http, new("https://log.example/nhat-ky/"));
        Assert.Equal(600, new LogCheck(source, head).Run().Sum(bundle => bundle.Entries.Count));
        Assert.Null(source.Read("tile/0/999"));
        Assert.Throws<ArgumentException>(() => new HttpLogSource(http, new("https://log.example/nhat-ky")));
    }

    [Fact]
    public void What_a_server_fails_to_give_is_told_with_its_address()
    {
        using var http = new HttpClient(new Server(null));
        var source = new HttpLogSource(http, new("https://log.example/"));
        Assert.Contains("https://log.example/broken was answered with 500", Refusal(source, "broken"), StringComparison.Ordinal);
        Assert.Contains("is longer than", Refusal(source, "endless"), StringComparison.Ordinal);
        Assert.Contains("https://log.example/cut", Refusal(source, "cut"), StringComparison.Ordinal);
    }

    private static string Refusal(HttpLogSource source, string path) => Assert.Throws<LogException>(() => source.Read(path)).Message;

    private sealed class Server(LogFolder? folder) : HttpMessageHandler
    {
        protected override HttpResponseMessage Send(HttpRequestMessage request, CancellationToken cancellationToken) => request.RequestUri!.AbsolutePath switch
        {
            "/broken" => new(HttpStatusCode.InternalServerError),
            "/endless" => new(HttpStatusCode.OK) { Content = new StreamContent(new Endless()) },
            "/cut" => throw new HttpRequestException("The connection was cut."),
            var path when folder!.Read(path["/nhat-ky/".Length..]) is { } bytes => new(HttpStatusCode.OK) { Content = new ByteArrayContent(bytes) },
            _ => new(HttpStatusCode.NotFound),
        };

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            Task.FromResult(Send(request, cancellationToken));
    }

    private sealed class Endless : MemoryStream
    {
        public override int Read(Span<byte> buffer) => buffer.Length;

        public override int Read(byte[] buffer, int offset, int count) => count;
    }
}
