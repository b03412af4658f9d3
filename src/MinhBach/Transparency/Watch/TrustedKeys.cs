using System.Text;
using MinhBach.Kernel;
using MinhBach.TransparencyLog;

namespace MinhBach.Transparency;

/// <summary>
/// The keys by which a log's checkpoint is believed: those that the watcher was given; without them those believed at the first look;
/// without those the one that lies beside the tiles. And the keys that the log has introduced since, in entries that these have signed.
/// </summary>
internal sealed class TrustedKeys
{
    public TrustedKeys(WatchTrust trust, WatchState? state, string origin, Func<byte[]?> beside)
    {
        VerifierKey[] given = [.. trust.Keys.Concat(trust.Policy?.Logs.Select(log => log.Key) ?? []).Where(key => key.Name == origin).Distinct()];
        AreOnTrust = trust is { Keys.Count: 0, Policy: null or { Logs.Count: 0 } };
        Base = !AreOnTrust ? [.. given.Select(key => key.ToString())]
            : state is not null ? state.Keys
            : [Beside(beside()).ToString()];
        // What was introduced under another key than the watcher believes now is worth no more than that key.
        Introduced = state is not null && state.Keys.All(Base.Contains) ? state.Introduced : [];
        All = [.. Base.Concat(Introduced).Distinct(StringComparer.Ordinal).Select(VerifierKey.Parse).Where(key => key.Name == origin)];
    }

    /// <summary>All of them.</summary>
    public IReadOnlyList<VerifierKey> All { get; }

    /// <summary>Those that were believed at first, as vkeys.</summary>
    public IReadOnlyList<string> Base { get; }

    /// <summary>Those that the log has introduced, as vkeys.</summary>
    public IReadOnlyList<string> Introduced { get; }

    /// <summary>Whether nobody but the log's server has said whose key it is.</summary>
    public bool AreOnTrust { get; }

    private static VerifierKey Beside(byte[]? file)
    {
        try
        {
            if (file is not null) return VerifierKey.Parse(Encoding.UTF8.GetString(file).Trim());
        }
        catch (LogException)
        {
            // Told below.
        }

        throw new RuleBroken("watch.noKey", "Chưa biết khóa của nhật ký và không có tệp “key” đọc được bên cạnh nhật ký. Hãy thêm --key, khóa do thành phố công bố.");
    }
}
