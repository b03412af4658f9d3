using Microsoft.Extensions.Localization;

namespace MinhBach.Shell;

/// <summary>Lets the framework's validation attributes speak through <see cref="Words"/>.</summary>
internal sealed class WordsLocalizer(Words words) : IStringLocalizer
{
    public LocalizedString this[string name] => new(name, words[name]);

    public LocalizedString this[string name, params object[] arguments] => new(name, words[name, arguments]);

    public IEnumerable<LocalizedString> GetAllStrings(bool includeParentCultures) => [];
}
