using System.Security.Cryptography;

namespace MinhBach.TransparencyLog.Tests;

public sealed class DirectSha256Facts
{
    [Fact]
    public void Messages_of_any_length_give_what_the_framework_gives()
    {
        Assert.SkipUnless(DirectSha256.IsSupported, "There is no libcrypto here, or it has these functions no more.");
        var bytes = new byte[EntryBundle.LongestEntry];
        new Random(20261123).NextBytes(bytes);
        // Every length around the borders of blocks, and around those of the pieces in which longer ones are hashed.
        foreach (var length in (IEnumerable<int>)[.. Enumerable.Range(0, 300), 4095, 4096, 4097, 8191, 8192, 8193, bytes.Length])
        {
            var message = bytes.AsSpan(bytes.Length - length);
            Assert.Equal(new TreeHash(SHA256.HashData([7, .. message])), DirectSha256.Hash(7, message));
        }
    }

    [Fact]
    public void Several_threads_hash_at_once()
    {
        Assert.SkipUnless(DirectSha256.IsSupported, "There is no libcrypto here, or it has these functions no more.");
        var expected = new TreeHash(SHA256.HashData([0, .. new byte[200]]));
        Assert.True(ParallelEnumerable.Range(0, 100_000).All(_ => DirectSha256.Hash(0, new byte[200]) == expected));
    }
}
