using System.Xml;

namespace MinhBach.ProcessMining;

/// <summary>Text as XML can carry it.</summary>
internal static class XmlText
{
    /// <summary>The text with U+FFFD for what XML 1.0 has no way to write: control characters and halves of characters.</summary>
    public static string Writable(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (XmlConvert.IsXmlChar(text[i]))
                continue;
            if (i + 1 < text.Length && XmlConvert.IsXmlSurrogatePair(text[i + 1], text[i]))
                i++;
            else
                return Replaced(text);
        }

        return text;
    }

    private static string Replaced(string text)
    {
        var characters = text.ToCharArray();
        for (var i = 0; i < characters.Length; i++)
        {
            if (XmlConvert.IsXmlChar(characters[i]))
                continue;
            if (i + 1 < characters.Length && XmlConvert.IsXmlSurrogatePair(characters[i + 1], characters[i]))
                i++;
            else
                characters[i] = '\uFFFD';
        }

        return new string(characters);
    }
}
