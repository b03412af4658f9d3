using System.Globalization;
using System.Text;

namespace MinhBach.Bpmn;

internal enum FeelTokenKind
{
    End,
    Number,
    Text,
    Name,
    Word,
    Symbol,
}

internal readonly record struct FeelToken(FeelTokenKind Kind, string Text, int Position)
{
    public bool Is(string text) => Kind is FeelTokenKind.Word or FeelTokenKind.Symbol && Text == text;
}

/// <summary>
/// Takes an expression apart. Words beside each other that are no keywords are one name ("số tiền nộp"),
/// so that names need not be known beforehand.
/// </summary>
internal sealed class FeelLexer(string text)
{
    private static readonly HashSet<string> Keywords = new(StringComparer.Ordinal)
    {
        "and", "or", "in", "between", "if", "then", "else", "true", "false", "null",
        "for", "return", "some", "every", "satisfies", "function", "instance", "of",
    };

    private int at;

    public List<FeelToken> Read()
    {
        var tokens = new List<FeelToken>();
        while (true)
        {
            SkipSpace();
            if (at >= text.Length)
            {
                tokens.Add(new(FeelTokenKind.End, "the end", at));
                return tokens;
            }
            tokens.Add(Next());
        }
    }

    private FeelToken Next()
    {
        var c = text[at];
        if (char.IsAsciiDigit(c) || (c == '.' && at + 1 < text.Length && char.IsAsciiDigit(text[at + 1])))
            return ReadNumber();
        if (c == '"')
            return ReadText();
        if (IsNameStart(c))
            return ReadName();
        return ReadSymbol();
    }

    private FeelToken ReadNumber()
    {
        var start = at;
        while (at < text.Length && char.IsAsciiDigit(text[at]))
            at++;
        if (at + 1 < text.Length && text[at] == '.' && char.IsAsciiDigit(text[at + 1]))
        {
            at++;
            while (at < text.Length && char.IsAsciiDigit(text[at]))
                at++;
        }
        var digits = text[start..at];
        if (!decimal.TryParse(digits, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out _))
            throw new FeelSyntaxException(start, $"The number {digits} is too large.");
        return new(FeelTokenKind.Number, digits, start);
    }

    private FeelToken ReadText()
    {
        var start = at++;
        var result = new StringBuilder();
        while (at < text.Length && text[at] != '"')
        {
            var c = text[at++];
            if (c == '\\' && at < text.Length)
            {
                c = text[at++] switch
                {
                    'n' => '\n',
                    't' => '\t',
                    'r' => '\r',
                    var other => other,
                };
            }
            result.Append(c);
        }
        if (at >= text.Length)
            throw new FeelSyntaxException(start, "A text that begins with \" has no closing \".");
        at++;
        return new(FeelTokenKind.Text, result.ToString(), start);
    }

    private FeelToken ReadName()
    {
        var start = at;
        var word = ReadWord();
        if (Keywords.Contains(word))
            return new(FeelTokenKind.Word, word, start);
        var name = new StringBuilder(word);
        while (true)
        {
            var before = at;
            SkipSpace();
            if (at >= text.Length || !IsNamePart(text[at]))
                break;
            word = ReadWord();
            // "date and time" is the one name with a keyword in it.
            if (Keywords.Contains(word) && !(word == "and" && name.ToString() == "date" && AheadIs("time")))
            {
                at = before;
                break;
            }
            name.Append(' ').Append(word);
        }
        return new(FeelTokenKind.Name, name.ToString().Normalize(), start);
    }

    private bool AheadIs(string word) =>
        text.AsSpan(at).TrimStart().StartsWith(word, StringComparison.Ordinal) && text.AsSpan(at).TrimStart()[word.Length..].TrimStart().StartsWith("(", StringComparison.Ordinal);

    private string ReadWord()
    {
        var start = at;
        while (at < text.Length && IsNamePart(text[at]))
            at++;
        return text[start..at];
    }

    private FeelToken ReadSymbol()
    {
        var start = at;
        var two = at + 1 < text.Length ? text.AsSpan(at, 2) : default;
        if (two is "<=" or ">=" or "!=" or ".." or "**")
        {
            at += 2;
            return new(FeelTokenKind.Symbol, two.ToString(), start);
        }
        if (!"+-*/()[]{},.<>=:".Contains(text[at], StringComparison.Ordinal))
            throw new FeelSyntaxException(at, $"The character {text[at]} has no meaning here.");
        at++;
        return new(FeelTokenKind.Symbol, text[start].ToString(), start);
    }

    private void SkipSpace()
    {
        while (at < text.Length && char.IsWhiteSpace(text[at]))
            at++;
    }

    private static bool IsNameStart(char c) => char.IsLetter(c) || c is '_' or '?' || IsMark(c);

    private static bool IsNamePart(char c) => IsNameStart(c) || char.IsAsciiDigit(c) || c == '\'';

    private static bool IsMark(char c) => char.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark;
}
