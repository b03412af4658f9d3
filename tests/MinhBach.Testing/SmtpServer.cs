using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace MinhBach.Testing;

/// <summary>A mail server on loopback that speaks SMTP (RFC 5321, AUTH LOGIN of RFC 4954) and keeps what it gets.</summary>
public sealed class SmtpServer : IAsyncDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource stopping = new();
    private readonly ConcurrentQueue<ReceivedMail> received = new();
    private readonly ConcurrentQueue<string> commands = new();
    private readonly Task accepting;

    public SmtpServer()
    {
        listener.Start();
        accepting = AcceptAsync();
    }

    public int Port => ((IPEndPoint)listener.LocalEndpoint).Port;

    /// <summary>What it took, in order.</summary>
    public IReadOnlyList<ReceivedMail> Received => [.. received];

    /// <summary>Every line that clients said outside of messages.</summary>
    public IReadOnlyList<string> Commands => [.. commands];

    /// <summary>Another answer than the usual one to a command, such as <c>451 later</c>; <c>.</c> stands for a whole message. Null for the usual.</summary>
    public Func<string, string?> Answer { get; set; } = _ => null;

    /// <summary>Whether it keeps a message and is gone before it says so, as when the wire is cut.</summary>
    public bool VanishesAfterData { get; set; }

    /// <summary>Whom it lets in; null for anybody.</summary>
    public (string User, string Password)? Account { get; set; }

    public async ValueTask DisposeAsync()
    {
        await stopping.CancelAsync();
        listener.Stop();
        await accepting;
        stopping.Dispose();
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                var client = await listener.AcceptTcpClientAsync(stopping.Token);
                _ = Task.Run(() => ServeAsync(client));
            }
        }
        catch (Exception stopped) when (stopped is OperationCanceledException or SocketException or ObjectDisposedException)
        {
        }
    }

    private async Task ServeAsync(TcpClient client)
    {
        using var connection = client;
        try
        {
            await using var stream = client.GetStream();
            using var reader = new StreamReader(stream, Encoding.Latin1);
            await using var writer = new StreamWriter(stream, Encoding.Latin1) { NewLine = "\r\n", AutoFlush = true };
            await new Talk(this, reader, writer).RunAsync(stopping.Token);
        }
        catch (Exception gone) when (gone is IOException or OperationCanceledException or ObjectDisposedException)
        {
        }
    }

    private sealed class Talk(SmtpServer server, StreamReader reader, StreamWriter writer)
    {
        private bool isIn = server.Account is null;
        private string from = "";
        private string to = "";

        public async Task RunAsync(CancellationToken cancellation)
        {
            await writer.WriteLineAsync("220 loopback ESMTP");
            while (await reader.ReadLineAsync(cancellation) is { } line)
            {
                server.commands.Enqueue(line);
                var verb = line.Split(' ', ':')[0].ToUpperInvariant();
                if (verb == "QUIT")
                {
                    await writer.WriteLineAsync("221 bye");
                    return;
                }

                if (server.Answer(line) is { } other) await writer.WriteLineAsync(other);
                else if (!await AnswerAsync(verb, line, cancellation)) return;
            }
        }

        // False when it hangs up.
        private async Task<bool> AnswerAsync(string verb, string line, CancellationToken cancellation)
        {
            switch (verb)
            {
                case "EHLO":
                    await writer.WriteLineAsync(server.Account is null ? "250 loopback" : "250-loopback\r\n250 AUTH LOGIN");
                    return true;
                case "AUTH":
                    await SignInAsync(line, cancellation);
                    return true;
                case "MAIL" when !isIn:
                    await writer.WriteLineAsync("530 5.7.0 Authentication required");
                    return true;
                case "MAIL":
                    from = line[(line.IndexOf('<', StringComparison.Ordinal) + 1)..line.IndexOf('>', StringComparison.Ordinal)];
                    await writer.WriteLineAsync("250 ok");
                    return true;
                case "RCPT":
                    to = line[(line.IndexOf('<', StringComparison.Ordinal) + 1)..line.IndexOf('>', StringComparison.Ordinal)];
                    await writer.WriteLineAsync("250 ok");
                    return true;
                case "DATA":
                    return await TakeAsync(cancellation);
                case "RSET" or "NOOP" or "HELO":
                    await writer.WriteLineAsync("250 ok");
                    return true;
                default:
                    await writer.WriteLineAsync("502 not implemented");
                    return true;
            }
        }

        private async Task SignInAsync(string line, CancellationToken cancellation)
        {
            async Task<string> AskAsync(string what)
            {
                await writer.WriteLineAsync("334 " + Convert.ToBase64String(Encoding.ASCII.GetBytes(what)));
                return Text(await reader.ReadLineAsync(cancellation));
            }

            var words = line.Split(' ');
            var user = words.Length > 2 ? Text(words[2]) : await AskAsync("Username:");
            isIn = (user, await AskAsync("Password:")) == server.Account;
            await writer.WriteLineAsync(isIn ? "235 welcome" : "535 5.7.8 Authentication credentials invalid");
        }

        private static string Text(string? base64) => Encoding.UTF8.GetString(Convert.FromBase64String(base64 ?? ""));

        private async Task<bool> TakeAsync(CancellationToken cancellation)
        {
            await writer.WriteLineAsync("354 go on");
            var lines = new List<string>();
            // RFC 5321 4.5.2: a dot before a line that begins with one.
            while (await reader.ReadLineAsync(cancellation) is { } line && line != ".") lines.Add(line.StartsWith('.') ? line[1..] : line);
            if (server.Answer(".") is { } other)
            {
                await writer.WriteLineAsync(other);
                return true;
            }

            server.received.Enqueue(new(from, to, lines));
            if (server.VanishesAfterData) return false;
            await writer.WriteLineAsync("250 taken");
            return true;
        }
    }
}
