using MinhBach.Procedures;
using MinhBach.Shell;

namespace MinhBach.Dossiers;

/// <summary>A section of the form with what was declared in it.</summary>
public sealed record DeclaredSection(string Title, IReadOnlyList<DeclaredAnswer> Answers);

/// <summary>One answer under its label.</summary>
public sealed record DeclaredAnswer(string Label, string Text);

/// <summary>What was declared, as the form asked it: two parents each have a name, and only their section tells whose is which.</summary>
public static class Declared
{
    /// <summary>The sections in which something was declared; answers to questions that the form does not have come last, under their keys.</summary>
    public static IEnumerable<DeclaredSection> In(ProcedureForm form, IReadOnlyDictionary<string, string> answers, Words words)
    {
        ArgumentNullException.ThrowIfNull(form);
        ArgumentNullException.ThrowIfNull(answers);
        ArgumentNullException.ThrowIfNull(words);
        foreach (var section in form.Sections)
        {
            var declared = section.Fields.Where(field => answers.ContainsKey(field.Key)).Select(field => new DeclaredAnswer(field.Label, Text(field, answers[field.Key], words))).ToList();
            if (declared.Count > 0) yield return new(section.Title, declared);
        }

        var asked = form.Sections.SelectMany(section => section.Fields).Select(field => field.Key).ToHashSet(StringComparer.Ordinal);
        var others = answers.Where(answer => !asked.Contains(answer.Key)).Select(answer => new DeclaredAnswer(answer.Key, answer.Value)).ToList();
        if (others.Count > 0) yield return new(words["Nội dung khác"], others);
    }

    /// <summary>An answer as it is read.</summary>
    public static string Text(FormField field, string? answer, Words words)
    {
        ArgumentNullException.ThrowIfNull(field);
        ArgumentNullException.ThrowIfNull(words);
        return answer switch
        {
            null => "–",
            "yes" when field.Kind == FormFieldKind.YesNo => words["Có"],
            "no" when field.Kind == FormFieldKind.YesNo => words["Không"],
            _ => answer,
        };
    }
}
