using System.Globalization;
using System.Text;

namespace MinhBach.TransparencyLog;

/// <summary>Reads a policy file line by line. Names are octets, not letters: two that look alike are two.</summary>
internal sealed class PolicyReader
{
    private const int MostBytes = 1 << 20;

    // Of logs, of witnesses and of groups.
    private const int Most = 1024;

    private readonly List<PolicyParty> _logs = [];
    private readonly List<PolicyParty> _witnesses = [];
    private readonly Dictionary<string, PolicyGroup> _groups = new(StringComparer.Ordinal);
    private readonly HashSet<string> _members = new(StringComparer.Ordinal);
    private string? _quorum;

    public LogPolicy Read(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length > MostBytes) throw new LogException(FormattableString.Invariant($"A policy of {bytes.Length} bytes is longer than {MostBytes}."));
        // Each octet one letter.
        var text = Encoding.Latin1.GetString(bytes);
        if (text.Length > 0 && !text.EndsWith('\n')) throw new LogException("The last line of a policy does not end in a newline.");
        var lines = text.Split('\n');
        for (var i = 0; i < lines.Length - 1; i++)
        {
            try
            {
                ReadLine(lines[i]);
            }
            catch (LogException broken)
            {
                throw new LogException(FormattableString.Invariant($"Line {i + 1} of the policy: {broken.Message}"), broken);
            }
        }

        return new(text, _logs, _witnesses, _groups, _quorum ?? throw new LogException("The policy has no quorum line."));
    }

    private void ReadLine(string line)
    {
        if (line.Any(octet => octet is (< ' ' and not '\t') or '\x7f')) throw new LogException("it holds a control character.");
        var words = line.Split([' ', '\t'], StringSplitOptions.RemoveEmptyEntries);
        if (words.Length == 0 || words[0].StartsWith('#')) return;
        switch (words)
        {
            case ["log", var key]:
                AddLog(key, url: null);
                break;
            case ["log", var key, var url]:
                AddLog(key, url);
                break;
            case ["witness", var name, var key]:
                AddWitness(name, key, url: null);
                break;
            case ["witness", var name, var key, var url]:
                AddWitness(name, key, url);
                break;
            case ["group", var name, var least, .. { Length: > 0 } members]:
                AddGroup(name, least, members);
                break;
            case ["quorum", var name]:
                if (_quorum is not null) throw new LogException("there is a quorum already.");
                if (name != LogPolicy.None && !IsDefined(name)) throw new LogException($"nothing above is called {name}.");
                _quorum = name;
                break;
            default:
                throw new LogException("it is not understood. A line is: log KEY [URL], witness NAME KEY [URL], group NAME all|any|NUMBER NAME…, or quorum NAME.");
        }
    }

    private void AddLog(string vkey, string? url)
    {
        var key = VerifierKey.Parse(KeyText(vkey));
        if (key.Kind == SignatureKind.Cosignature) throw new LogException("the key is one that cosigns (type 4), not a log's.");
        Add(_logs, new(key.Name, key, url), "log");
    }

    private void AddWitness(string name, string vkey, string? url)
    {
        var key = VerifierKey.Parse(KeyText(vkey));
        if (key.Kind != SignatureKind.Cosignature) throw new LogException("the key is not one that cosigns (type 4).");
        Define(name);
        Add(_witnesses, new(name, key, url), "witness");
    }

    private void AddGroup(string name, string least, string[] members)
    {
        if (_groups.Count == Most) throw new LogException(FormattableString.Invariant($"there are more than {Most} groups."));
        Define(name);
        foreach (var member in members)
        {
            if (!IsDefined(member)) throw new LogException($"nothing above is called {member}.");
            if (!_members.Add(member)) throw new LogException($"{member} is a member already.");
        }

        var count = least switch
        {
            "all" => members.Length,
            "any" => 1,
            _ => int.TryParse(least, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= 1 && number <= members.Length && !least.StartsWith('0')
                ? number
                : throw new LogException(FormattableString.Invariant($"'{least}' is not all, any, or a number from 1 to {members.Length}.")),
        };
        _groups.Add(name, new(count, members));
    }

    private static void Add(List<PolicyParty> parties, PolicyParty party, string what)
    {
        if (parties.Count == Most) throw new LogException(FormattableString.Invariant($"there are more than {Most} of the kind {what}."));
        if (parties.Exists(other => other.Key.HasKeyOf(party.Key))) throw new LogException($"another {what} has the same key.");
        if (parties.Exists(other => other.Key.Name == party.Key.Name && other.Key.Id == party.Key.Id)) throw new LogException($"another {what} has a key of the same name and id.");
        parties.Add(party);
    }

    private void Define(string name)
    {
        if (name == LogPolicy.None) throw new LogException($"{LogPolicy.None} is no name to give.");
        if (IsDefined(name)) throw new LogException($"something above is called {name} too.");
    }

    private bool IsDefined(string name) => _groups.ContainsKey(name) || _witnesses.Exists(witness => witness.Name == name);

    // Inside a key the octets are UTF-8.
    private static string KeyText(string octets) => LogText.FromUtf8(Encoding.Latin1.GetBytes(octets), "a key");
}
