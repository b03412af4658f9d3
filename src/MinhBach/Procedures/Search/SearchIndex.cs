namespace MinhBach.Procedures.Search;

/// <summary>
/// An in-memory inverted index over names, fields and texts of the catalogue: a word in the name weighs more than one in
/// the field, that more than one elsewhere; rare words weigh more than common ones; a word with the same marks more than
/// one without.
/// </summary>
internal sealed class SearchIndex
{
    private const float NameWeight = 6;
    private const float FieldWeight = 2.5f;
    private const float TextWeight = 1;
    private const float PrefixQuality = 0.7f;
    private const float SlipQuality = 0.4f;
    private const int ShortestForSlips = 3;

    // A query is cut off here: nobody types more words than this into a search box.
    private const int MostWords = 12;

    private readonly Vocabulary vocabulary;
    private readonly Posting[][] postings;
    private readonly IndexedName[] names;

    public SearchIndex(IReadOnlyList<ProcedureVersion> procedures)
    {
        Procedures = procedures;
        names = [.. procedures.Select(procedure => IndexedName.Of(procedure.Name))];
        var gathered = new Dictionary<string, Dictionary<int, float>>(StringComparer.Ordinal);
        for (var i = 0; i < procedures.Count; i++)
        {
            var procedure = procedures[i];
            Gather(gathered, i, procedure.Name, NameWeight);
            Gather(gathered, i, procedure.Field, FieldWeight);
            foreach (var text in Texts(procedure))
                Gather(gathered, i, text, TextWeight);
        }

        vocabulary = new Vocabulary(gathered.Keys);
        postings = new Posting[gathered.Count][];
        foreach (var (word, documents) in gathered)
        {
            var rarity = MathF.Log(1 + ((float)procedures.Count / documents.Count));
            postings[vocabulary.Find(word)] = [.. documents.Select(pair => new Posting(pair.Key, pair.Value * rarity))];
        }
    }

    public IReadOnlyList<ProcedureVersion> Procedures { get; }

    /// <summary>The procedures that answer a query, best first; all of them, by code, for an empty query.</summary>
    public IReadOnlyList<int> Find(string query)
    {
        var marked = Folding.Words(query).Take(MostWords).ToArray();
        if (marked.Length == 0)
            return [.. Enumerable.Range(0, Procedures.Count)];
        if (LooksLikeCode(marked))
            return ByCode(marked[0]);
        var words = Array.ConvertAll(marked, Folding.Fold);
        var found = Match(words, marked, slips: false);
        return found.Count > 0 ? found : Match(words, marked, slips: true);
    }

    private static bool LooksLikeCode(string[] words) =>
        words.Length == 1 && words[0].All(letter => char.IsAsciiDigit(letter) || letter == '.');

    private List<int> ByCode(string part)
    {
        var digits = part.Replace(".", "", StringComparison.Ordinal);
        return [.. Enumerable.Range(0, Procedures.Count)
            .Where(i => Procedures[i].Code.Replace(".", "", StringComparison.Ordinal).Contains(digits, StringComparison.Ordinal))
            .OrderByDescending(i => Procedures[i].Code.StartsWith(part, StringComparison.Ordinal))
            .ThenBy(i => Procedures[i].Code, StringComparer.Ordinal)];
    }

    // Every word must be met; when no procedure meets all of them, those that meet the most come.
    private List<int> Match(string[] words, string[] marked, bool slips)
    {
        var scores = new float[Procedures.Count];
        var met = new byte[Procedures.Count];
        var one = new float[Procedures.Count];
        foreach (var word in words)
        {
            Array.Clear(one);
            Weigh(word, slips, one);
            for (var i = 0; i < one.Length; i++)
            {
                if (one[i] <= 0)
                    continue;
                scores[i] += one[i];
                met[i]++;
            }
        }

        var most = met.Length == 0 ? 0 : met.Max();
        if (most == 0 || (!slips && most < words.Length))
            return [];
        var phrase = string.Join(' ', words);
        var found = new List<ulong>();
        for (var i = 0; i < met.Length; i++)
        {
            if (met[i] == most)
                found.Add(Place(scores[i] + names[i].Bonus(phrase, marked, scores[i]), i));
        }

        found.Sort();
        return found.ConvertAll(place => (int)(uint)place);
    }

    // Score and number as one whole number: higher scores first, then by number. Scores are not negative, so their bits keep their order.
    private static ulong Place(float score, int document) => ((ulong)~BitConverter.SingleToUInt32Bits(score) << 32) | (uint)document;

    private void Weigh(string word, bool slips, float[] scores)
    {
        if (vocabulary.Find(word) is >= 0 and var exact)
            Add(exact, 1, scores);
        foreach (var longer in vocabulary.BeginningWith(word))
            Add(longer, PrefixQuality, scores);
        if (!slips || word.Length < ShortestForSlips)
            return;
        foreach (var near in vocabulary.NearTo(word))
            Add(near, SlipQuality, scores);
    }

    // Of several readings of one word the best counts.
    private void Add(int word, float quality, float[] scores)
    {
        foreach (var posting in postings[word])
            scores[posting.Document] = Math.Max(scores[posting.Document], posting.Weight * quality);
    }

    private static IEnumerable<string?> Texts(ProcedureVersion procedure)
    {
        yield return procedure.ProcessingAuthority;
        yield return procedure.CompetentAuthority;
        foreach (var result in procedure.Results)
            yield return result.Name;
        foreach (var paper in procedure.Cases[0].Papers)
            yield return paper.Name;
    }

    private static void Gather(Dictionary<string, Dictionary<int, float>> gathered, int document, string? text, float weight)
    {
        foreach (var word in Folding.Words(text))
        {
            var folded = Folding.Fold(word);
            if (!gathered.TryGetValue(folded, out var documents))
                gathered.Add(folded, documents = []);
            documents[document] = Math.Max(documents.GetValueOrDefault(document), weight);
        }
    }

    private readonly record struct Posting(int Document, float Weight);
}
