using System.Text;
using MinhBach.Transparency;
using MinhBach.TransparencyLog;
using NodaTime;

namespace MinhBach.Tests.Transparency.Proofs;

public sealed class EventProofFacts
{
    [Fact]
    public void An_opened_event_comes_back_to_the_byte_and_is_what_the_entry_commits_to()
    {
        var proof = SampleLog.Event(1);
        var read = EventProof.Read(proof.ToBytes());

        Assert.Equal(proof.ToBytes(), read.ToBytes());
        Assert.Equal(SampleLog.Text, read.Text);
        Assert.Equal(proof.Leaf, read.Leaf);
        read.Check();
    }

    [Fact]
    public void What_may_be_shown_to_everybody_holds_neither_salt_nor_event()
    {
        var closed = SampleLog.Event(1).WithoutEvent();

        Assert.Equal($"minhbach-event@v1\n-\n{Encoding.UTF8.GetString(closed.EntryBytes.Span)}\n", Encoding.UTF8.GetString(closed.ToBytes()));
        var read = EventProof.Read(closed.ToBytes());
        Assert.Null(read.Text);
        read.Check();
    }

    [Theory]
    [InlineData("Bình", "Binh")]
    [InlineData("\"dueAt\":\"2026-11-30", "\"dueAt\":\"2026-12-30")]
    [InlineData("1795334580123456", "1795334580123457")]
    public void An_altered_event_is_refused(string was, string isNow)
    {
        var text = Encoding.UTF8.GetString(SampleLog.Event(1).ToBytes());
        Assert.Contains(was, text, StringComparison.Ordinal);

        Assert.Throws<LogException>(EventProof.Read(Encoding.UTF8.GetBytes(text.Replace(was, isNow, StringComparison.Ordinal))).Check);
    }

    [Fact]
    public void An_event_that_tells_of_something_else_than_its_entry_is_refused()
    {
        const string text = "dossier.declined\n1795334580123456\n{}\n{}";
        var salt = new byte[EntryCommitment.SaltBytes];
        var entry = SampleLog.Event(1).Entry() with { Commitment = EntryCommitment.Of(salt, text) };

        Assert.Throws<LogException>(new EventProof(LogEntryJson.Write(entry), salt, text).Check);
    }

    [Fact]
    public void Of_a_sealed_event_only_the_hour_has_to_agree()
    {
        var hour = Instant.FromUtc(2026, 11, 22, 8, 0);
        Assert.Null(Record.Exception(Sealed(hour + Duration.FromMinutes(59)).Check));
        Assert.Throws<LogException>(Sealed(hour + Duration.FromMinutes(60)).Check);

        EventProof Sealed(Instant at)
        {
            var salt = new byte[EntryCommitment.SaltBytes];
            var text = EntryCommitment.Text("dossier.received", at, "{}", "{}");
            return new(LogEntryJson.Write(new() { Type = EntryTypes.Sealed, At = hour, Logged = hour, Commitment = EntryCommitment.Of(salt, text) }), salt, text);
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("minhbach-event@v1\n-\n")]
    [InlineData("minhbach-event@v1\n-\n{}")]
    [InlineData("minhbach-event@v1\n-\n\n")]
    [InlineData("minhbach-event@v2\n-\n{}\n")]
    [InlineData("minhbach-event@v1\n-\n{}\nx")]
    [InlineData("minhbach-event@v1\n\n{}\nx")]
    [InlineData("minhbach-event@v1\nAAAA\n{}\nx")]
    public void What_is_no_event_is_refused(string extra) => Assert.Throws<LogException>(() => EventProof.Read(Encoding.UTF8.GetBytes(extra)));
}
