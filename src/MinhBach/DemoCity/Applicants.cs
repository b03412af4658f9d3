using System.Globalization;
using MinhBach.Dossiers;
using MinhBach.Procedures;
using NodaTime;
using NodaTime.Text;

namespace MinhBach.DemoCity;

/// <summary>People who do not exist: their identity numbers begin with a province that is none, their telephones with a prefix nobody has.</summary>
internal static class Applicants
{
    private const string Sample = "Dữ liệu mẫu";

    private static readonly LocalDate Youngest = new(2008, 1, 1);

    public static Submission Submission(Want want, Dice dice)
    {
        var applicant = Applicant(want, dice);
        return new Submission
        {
            Version = want.Procedure.Id,
            CaseKey = want.Case.Key,
            Agency = want.Agency.Id,
            Channel = want.Channel,
            Applicant = applicant,
            Answers = Answers(want.Procedure.Form, applicant, dice),
            Papers = [.. want.Case.Papers.Where(paper => paper.Required).Select(paper => new SubmittedPaper(paper.Key, paper.Name, FormOf(want.Channel, dice), Math.Max(1, paper.Originals)))],
            ResultBy = want.Channel switch
            {
                Channel.Online => dice.Chance(0.7) ? "electronic" : "desk",
                Channel.Post => "post",
                Channel.Direct => dice.Chance(0.9) ? "desk" : "post",
            },
        };
    }

    private static PaperForm FormOf(Channel channel, Dice dice) => channel == Channel.Online
        ? dice.Chance(0.25) ? PaperForm.Reused : PaperForm.Digital
        : dice.Chance(0.5) ? PaperForm.Original : PaperForm.Copy;

    private static Applicant Applicant(Want want, Dice dice)
    {
        var (name, woman) = VietnameseNames.Person(dice);
        var born = Youngest.PlusDays(-dice.Between(0, 57 * 365));
        var audiences = want.Procedure.Audiences;
        var firm = audiences.Contains(Audience.Enterprise) && (!audiences.Contains(Audience.Citizen) || dice.Chance(0.3));
        var century = ((born.Year / 100) - 19) * 2;
        return new Applicant(
            firm ? ApplicantKind.Enterprise : ApplicantKind.Citizen,
            name,
            string.Create(CultureInfo.InvariantCulture, $"000{century + (woman ? 1 : 0)}{born.Year % 100:D2}{dice.Below(1_000_000):D6}"),
            born,
            string.Create(CultureInfo.InvariantCulture, $"060{dice.Below(10_000_000):D7}"),
            dice.Chance(0.4) ? string.Create(CultureInfo.InvariantCulture, $"cong.dan.{dice.Below(1_000_000):D6}@example.vn") : null,
            VietnameseNames.Address(dice, want.Agency.Level == Organization.AgencyLevel.Commune ? want.Agency.Name.Replace("UBND ", "", StringComparison.Ordinal) : "phường Cầu Giấy"),
            firm ? VietnameseNames.Firm(dice) : null,
            firm ? string.Create(CultureInfo.InvariantCulture, $"00{dice.Below(100_000_000):D8}") : null);
    }

    private static Dictionary<string, string> Answers(ProcedureForm form, Applicant applicant, Dice dice) =>
        form.Sections.SelectMany(section => section.Fields).Where(field => field.Required).DistinctBy(field => field.Key)
            .ToDictionary(field => field.Key, field => Answer(field, applicant, dice), StringComparer.Ordinal);

    private static string Answer(FormField field, Applicant applicant, Dice dice) => field.Kind switch
    {
        FormFieldKind.Date => LocalDatePattern.Iso.Format(Youngest.PlusDays(-dice.Between(0, 9_000))),
        FormFieldKind.Number => dice.Between(1, 4).ToString(CultureInfo.InvariantCulture),
        FormFieldKind.Choice => field.Choices.Count == 0 ? "" : dice.Pick(field.Choices),
        FormFieldKind.Phone => applicant.Phone!,
        FormFieldKind.Email => applicant.Email ?? "cong.dan@example.vn",
        FormFieldKind.NationalId => applicant.NationalId!,
        FormFieldKind.Address => applicant.Address!,
        FormFieldKind.YesNo => dice.Chance(0.7) ? "yes" : "no",
        FormFieldKind.LongText => "Đề nghị cơ quan giải quyết theo quy định (dữ liệu mẫu).",
        FormFieldKind.Text when field.Label.Contains("Họ", StringComparison.Ordinal) => VietnameseNames.Person(dice).Name,
        FormFieldKind.Text => field.MaxLength < Sample.Length ? Sample[..field.MaxLength.Value] : Sample,
    };
}
