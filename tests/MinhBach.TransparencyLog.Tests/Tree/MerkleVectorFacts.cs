using System.Security.Cryptography;
using System.Text.Json;
using MinhBach.Testing;

namespace MinhBach.TransparencyLog.Tests;

/// <summary>The vectors of transparency-dev/merkle, good and bad.</summary>
public sealed class MerkleVectorFacts
{
    [Theory]
    [InlineData("inclusion", 6, 92)]
    [InlineData("consistency", 6, 92)]
    [InlineData("subtreeinclusion", 12, 192)]
    [InlineData("subtreeconsistency", 12, 106)]
    public void Every_vector_is_judged_as_it_says(string folder, int good, int bad)
    {
        var (accepted, refused) = (0, 0);
        foreach (var file in Directory.EnumerateFiles(SharedData.Find("merkle/testdata/" + folder), "*.json", SearchOption.AllDirectories))
        {
            using var vector = JsonDocument.Parse(File.ReadAllBytes(file));
            var holds = Judge(folder, vector.RootElement);
            Assert.True(holds != vector.RootElement.GetProperty("wantErr").GetBoolean(), file);
            if (holds) accepted++;
            else refused++;
        }

        Assert.Equal((good, bad), (accepted, refused));
    }

    private static bool Judge(string kind, JsonElement vector)
    {
        try
        {
            TreeHash[] proof = vector.GetProperty("proof") is { ValueKind: JsonValueKind.Array } given
                ? [.. given.EnumerateArray().Select(hash => TreeHash.Parse(hash.GetString()!))]
                : [];
            return kind switch
            {
                "inclusion" => InclusionProof.Verify(
                    Number(vector, "leafIdx"), Number(vector, "treeSize"), Hash(vector, "leafHash"), proof, Hash(vector, "root")),
                "subtreeinclusion" => InclusionProof.Verify(
                    Number(vector, "leafIdx"), Number(vector, "start"), Number(vector, "end"), Hash(vector, "leafHash"), proof, Hash(vector, "root")),
                "consistency" => ConsistencyProof.Verify(
                    Number(vector, "size1"), Number(vector, "size2"), Hash(vector, "root1"), Hash(vector, "root2"), proof),
                _ => ConsistencyProof.Verify(
                    Number(vector, "start"), Number(vector, "end"), Number(vector, "size"), Hash(vector, "root1"), Hash(vector, "root2"), proof),
            };
        }
        catch (LogException)
        {
            // What is not a hash does not come as far as a proof.
            return false;
        }
    }

    // The suite counts without a sign; what is beyond ours is negative here, and refused as it has to be.
    private static long Number(JsonElement vector, string name) => unchecked((long)vector.GetProperty(name).GetUInt64());

    // Where any root will do, the suite writes "don't care" in its stead, which is no hash.
    private static TreeHash Hash(JsonElement vector, string name)
    {
        var bytes = vector.GetProperty(name).GetBytesFromBase64();
        return bytes.AsSpan().StartsWith("don't care"u8) ? new(SHA256.HashData(bytes)) : TreeHash.Parse(vector.GetProperty(name).GetString()!);
    }
}
