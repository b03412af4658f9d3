using System.Text;
using NodaTime;

namespace MinhBach.TransparencyLog.Tests;

public sealed class WitnessFacts : IDisposable
{
    private static readonly NaiveTree Naive = NaiveTree.Of(200);
    private static readonly NaiveTree Forked = new([.. Enumerable.Range(0, 200).Select(index => NaiveTree.Entry(index == 10 ? 999 : index))]);
    private static readonly Instant Now = Instant.FromUtc(2026, 11, 22, 8, 0);

    private readonly TemporaryFolder _folder = new();
    private readonly SignerKey _log = SignerKey.Generate("log.example");
    private readonly SignerKey _key = SignerKey.Generate("w.example", SignatureKind.Cosignature);
    private readonly WitnessFolder _store;
    private readonly Witness _witness;

    public WitnessFacts()
    {
        _store = new(Path.Combine(_folder.FullPath, "witness"));
        _witness = new(_store, [_log.Verifier], _key);
    }

    [Fact]
    public void A_log_that_grows_is_cosigned_each_time()
    {
        foreach (var (old, size) in (ReadOnlySpan<(int, int)>)[(0, 5), (5, 64), (64, 64), (64, 65), (65, 200)])
        {
            var note = Signed(size);
            var answer = Ask(old, size, note);
            Assert.Equal(200, answer.Status);
            var given = Assert.IsType<Cosigning.Given>(Cosigning.Of(answer, note, _key.Verifier));
            Assert.Equal(Now, _key.Verifier.TimeOf(Assert.Single(given.Signatures)));
            var kept = SignedNote.Parse(_witness.Latest("log.example").Body);
            Assert.Equal([_log.Verifier, _key.Verifier], kept.VerifiedBy(_log.Verifier, _key.Verifier));
            Assert.Equal(size, Checkpoint.Parse(kept.Text).Size);
        }
    }

    [Fact]
    public void An_empty_log_is_cosigned_if_its_root_is_that_of_an_empty_tree()
    {
        Assert.Equal(200, Ask(0, 0).Status);
        Assert.Equal(200, Ask(0, 0).Status);
        Assert.Equal(422, Ask(0, 0, Signed(0, Naive.RootOf(1))).Status);
        Assert.Equal(200, Ask(0, 7).Status);
    }

    [Fact]
    public void Another_size_than_was_cosigned_is_answered_with_that_size()
    {
        Assert.Equal(new(409, "0\n", "text/x.tlog.size"), Ask(5, 10));
        Ask(0, 20);
        Assert.Equal(new(409, "20\n", "text/x.tlog.size"), Ask(0, 30));
        Assert.Equal(new(409, "20\n", "text/x.tlog.size"), Ask(10, 15));
        Assert.Equal(new Cosigning.Elsewhere(20), Cosigning.Of(Ask(10, 15), Signed(15), _key.Verifier));
    }

    [Fact]
    public void A_tree_that_does_not_continue_is_not_cosigned_and_nothing_is_forgotten()
    {
        Ask(0, 20);
        // The proof is right for the fork, which has another history.
        Assert.Equal(422, Ask(20, 30, Signed(30, Forked.RootOf(30)), ConsistencyProof.Make(Forked, 20, 30)).Status);
        Assert.Equal(422, Ask(20, 20, Signed(20, Forked.RootOf(20)), []).Status);
        Assert.Equal(422, Ask(20, 30, Signed(30), []).Status);
        Assert.Equal(422, Ask(20, 20, Signed(20), [Naive.Root]).Status);
        Assert.Equal(20, Checkpoint.Parse(SignedNote.Parse(_witness.Latest("log.example").Body).Text).Size);
        Assert.Equal(200, Ask(20, 30).Status);
    }

    [Fact]
    public void From_nothing_there_is_nothing_to_prove() => Assert.Equal(422, Ask(0, 20, Signed(20), [Naive.Root]).Status);

    [Fact]
    public void An_old_size_beyond_the_checkpoint_is_a_bad_request() => Assert.Equal(400, Ask(30, 20, Signed(20), []).Status);

    [Fact]
    public void An_unknown_log_is_not_found()
    {
        using var other = SignerKey.Generate("other.example");
        Assert.Equal(404, Ask(0, 1, new Checkpoint("other.example", new(1, Naive.RootOf(1))).Sign(other)).Status);
        Assert.Equal(404, _witness.Latest("other.example").Status);
    }

    [Fact]
    public void A_checkpoint_that_the_log_did_not_sign_is_forbidden()
    {
        using var thief = SignerKey.Generate("log.example");
        var note = Signed(9);
        Assert.Equal(403, Ask(0, 9, new Checkpoint("log.example", new(9, Naive.RootOf(9))).Sign(thief)).Status);
        Assert.Equal(403, Ask(0, 9, new SignedNote(note.Text, _log.Sign("another text\n"))).Status);
        Assert.Equal(200, Ask(0, 9, new SignedNote(note.Text, thief.Sign(note.Text)).With(note.Signatures)).Status);
        // What is kept has no signature that nobody here can vouch for.
        Assert.Equal(2, SignedNote.Parse(_witness.Latest("log.example").Body).Signatures.Count);
    }

    [Theory]
    [InlineData("")]
    [InlineData("old 0\n")]
    [InlineData("old 00\n\nNOTE")]
    [InlineData("old -1\n\nNOTE")]
    [InlineData("new 0\n\nNOTE")]
    [InlineData("old 0\nAAAA\n\nNOTE")]
    [InlineData("old 0\nNOTE")]
    [InlineData("old 0\n\nx\n\n— a AAAAAAA=\n")]
    public void What_is_no_request_is_a_bad_one(string body) =>
        Assert.Equal(400, _witness.AddCheckpoint(Encoding.UTF8.GetBytes(body.Replace("NOTE", Signed(1).ToString(), StringComparison.Ordinal)), Now).Status);

    [Fact]
    public void A_request_comes_back_as_it_was()
    {
        var request = new AddCheckpoint(20, ConsistencyProof.Make(Naive, 20, 30), Signed(30));
        Assert.Equal(request.ToString(), AddCheckpoint.Parse(request.ToBytes()).ToString());
    }

    [Fact]
    public void A_witness_remembers_over_a_restart()
    {
        Ask(0, 20);
        _store.Dispose();
        using var store = new WitnessFolder(Path.Combine(_folder.FullPath, "witness"));
        var again = new Witness(store, [_log.Verifier], _key);
        Assert.Equal(409, again.AddCheckpoint(new AddCheckpoint(0, [], Signed(10, Forked.RootOf(10))).ToBytes(), Now).Status);
    }

    [Fact]
    public void Two_processes_never_have_one_memory() =>
        Assert.Throws<LogHeldException>(() => new WitnessFolder(Path.Combine(_folder.FullPath, "witness")));

    [Fact]
    public void Of_many_requests_at_once_each_state_is_left_once()
    {
        Ask(0, 20);
        var answers = new int[64];
        Parallel.For(0, answers.Length, i => answers[i] = Ask(20, 21 + i).Status);
        Assert.Single(answers, status => status == 200);
        Assert.Equal(answers.Length - 1, answers.Count(status => status == 409));
    }

    [Fact]
    public void A_store_that_was_overtaken_answers_with_the_newer_size()
    {
        Ask(0, 20);
        var overtaken = new Witness(new Overtaken(_store, () => Ask(20, 40)), [_log.Verifier], _key);
        Assert.Equal(new(409, "40\n", "text/x.tlog.size"), overtaken.AddCheckpoint(Request(20, 30, Signed(30)).ToBytes(), Now));
    }

    [Fact]
    public void An_answer_is_believed_where_a_known_key_signed_it()
    {
        using var other = SignerKey.Generate("w.example", SignatureKind.Cosignature);
        var note = Signed(20);
        var answer = Ask(0, 20, note);
        Assert.IsType<Cosigning.Refused>(Cosigning.Of(answer, note, other.Verifier));
        Assert.IsType<Cosigning.Refused>(Cosigning.Of(answer, Signed(21), _key.Verifier));
        Assert.IsType<Cosigning.Refused>(Cosigning.Of(answer with { Body = answer.Body.TrimEnd() }, note, _key.Verifier));
        Assert.IsType<Cosigning.Refused>(Cosigning.Of(answer with { Body = "" }, note, _key.Verifier));
        Assert.IsType<Cosigning.Refused>(Cosigning.Of(new(409, "many\n"), note, _key.Verifier));
        Assert.Equal(new Cosigning.Refused("404: no"), Cosigning.Of(new(404, "no\n"), note, _key.Verifier));
    }

    [Fact]
    public async Task Client_finds_out_where_the_witness_is_and_gets_its_cosignature()
    {
        Ask(0, 20);
        using var http = new HttpClient(new Wire(_witness, () => Now));
        var client = new WitnessClient(http, new("http://w.example/nhan-chung/"), _key.Verifier);
        var note = Signed(150);
        var given = Assert.IsType<Cosigning.Given>(await client.AskAsync(note, 0, old => ConsistencyProof.Make(Naive, old, 150)));
        Assert.Equal([_key.Verifier], note.With(given.Signatures).VerifiedBy(_key.Verifier));

        var setBack = Assert.IsType<Cosigning.Refused>(await client.AskAsync(Signed(100), 20, old => ConsistencyProof.Make(Naive, old, 100)));
        Assert.Contains("150", setBack.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Client_tells_of_a_witness_that_cannot_be_reached()
    {
        using var http = new HttpClient();
        var client = new WitnessClient(http, new($"http://127.0.0.1:{MinhBach.Testing.Loopback.FreePort()}/"), _key.Verifier);
        Assert.Contains("cannot be reached", Assert.IsType<Cosigning.Refused>(await client.AskAsync(Signed(1), 0, _ => [])).Reason, StringComparison.Ordinal);
    }

    public void Dispose()
    {
        _store.Dispose();
        _log.Dispose();
        _key.Dispose();
        _folder.Dispose();
    }

    private SignedNote Signed(int size, TreeHash? root = null) => new Checkpoint("log.example", new(size, root ?? Naive.RootOf(size))).Sign(_log);

    private WitnessAnswer Ask(int old, int size, SignedNote? note = null, TreeHash[]? proof = null) =>
        _witness.AddCheckpoint(Request(old, size, note ?? Signed(size), proof).ToBytes(), Now);

    private static AddCheckpoint Request(int old, int size, SignedNote note, TreeHash[]? proof = null) =>
        new(old, proof ?? (old == 0 ? [] : ConsistencyProof.Make(Naive, old, size)), note);

    private sealed class Overtaken(IWitnessStore store, Action meanwhile) : IWitnessStore
    {
        public SignedNote? Find(string origin) => store.Find(origin);

        public bool TryReplace(string origin, SignedNote? old, SignedNote next)
        {
            meanwhile();
            return store.TryReplace(origin, old, next);
        }
    }

    /// <summary>A web server's part between client and witness.</summary>
    private sealed class Wire(Witness witness, Func<Instant> clock) : HttpMessageHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Assert.Equal(("POST", "/nhan-chung/add-checkpoint"), (request.Method.Method, request.RequestUri!.AbsolutePath));
            var answer = witness.AddCheckpoint(await request.Content!.ReadAsByteArrayAsync(cancellationToken), clock());
            return new((System.Net.HttpStatusCode)answer.Status)
            {
                Content = new StringContent(answer.Body, Encoding.UTF8, answer.ContentType.Split(';')[0]),
            };
        }
    }
}
