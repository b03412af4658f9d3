using System.Diagnostics.CodeAnalysis;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace MinhBach.Kernel;

/// <summary>
/// What stands in the journal again and again, found by its UTF-8 letters: the names of streams and events, and the few people who
/// act. Not safe for several threads.
/// </summary>
internal sealed class JournalNames(IReadOnlyDictionary<string, JsonTypeInfo> wanted)
{
    private const int ActorsRemembered = 20_000;

    private readonly Remembered<string> streams = new(Encoding.UTF8.GetString);
    private readonly Remembered<(string Name, JsonTypeInfo? Type)> events = new(letters =>
    {
        var name = Encoding.UTF8.GetString(letters);
        return (name, wanted.GetValueOrDefault(name));
    });

    private readonly Remembered<Actor> actors = new(letters => JsonSerializer.Deserialize<Actor>(letters, KernelJson.Options)!);

    public string Stream(ReadOnlySpan<byte> text) => streams.Of(text);

    /// <summary>An event's name, and what its record is like; null when nobody wants it.</summary>
    public (string Name, JsonTypeInfo? Type) Event(ReadOnlySpan<byte> text) => events.Of(text);

    public Actor Actor(ReadOnlySpan<byte> text)
    {
        if (actors.Count > ActorsRemembered) actors.Clear();
        return actors.Of(text);
    }

    private delegate T Make<out T>(ReadOnlySpan<byte> text);

    private sealed class Remembered<T>
    {
        private readonly Make<T> make;
        private readonly Dictionary<byte[], T> known;
        private readonly Dictionary<byte[], T>.AlternateLookup<ReadOnlySpan<byte>> byText;

        public Remembered(Make<T> make)
        {
            this.make = make;
            known = new(new ByLetters());
            byText = known.GetAlternateLookup<ReadOnlySpan<byte>>();
        }

        public int Count => known.Count;

        public void Clear() => known.Clear();

        public T Of(ReadOnlySpan<byte> text)
        {
            if (!byText.TryGetValue(text, out var value)) known.Add(text.ToArray(), value = make(text));
            return value;
        }
    }

    internal sealed class ByLetters : IEqualityComparer<byte[]>, IAlternateEqualityComparer<ReadOnlySpan<byte>, byte[]>
    {
        public bool Equals(byte[]? one, byte[]? other) => one.AsSpan().SequenceEqual(other);

        public int GetHashCode([DisallowNull] byte[] letters) => GetHashCode(letters.AsSpan());

        public bool Equals(ReadOnlySpan<byte> one, byte[] other) => one.SequenceEqual(other);

        public int GetHashCode(ReadOnlySpan<byte> letters)
        {
            var hash = default(HashCode);
            hash.AddBytes(letters);
            return hash.ToHashCode();
        }

        public byte[] Create(ReadOnlySpan<byte> letters) => letters.ToArray();
    }
}
