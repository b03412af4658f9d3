using MinhBach.Organization;
using MinhBach.Procedures;
using MinhBach.Shell;
using NodaTime;

namespace MinhBach.Dossiers.Api;

/// <summary>Looks at what a program handed in, and makes a submission of it; every problem names its field.</summary>
internal sealed class NewDossierChecks(ProcedureCatalog catalog, OrganizationLookup organization, Words words)
{
    private const int ShortText = 200;

    public (Submission? Submission, Dictionary<string, string[]> Errors) Read(NewDossier given, LocalDate today, long? account)
    {
        var errors = new Dictionary<string, string[]>(StringComparer.Ordinal);
        var procedure = catalog.TryFind(given.Procedure ?? "", today);
        if (procedure is null) errors["procedure"] = [words["Không có thủ tục nào có mã này đang hiệu lực."]];
        var agency = organization.Current.AgencyByCode(given.Agency ?? "");
        if (agency is null || !agency.Stands(today)) errors["agency"] = [words["Chọn cơ quan giải quyết hồ sơ."]];
        var resultBy = given.ResultBy ?? "desk";
        if (resultBy is not ("desk" or "post" or "electronic")) errors["resultBy"] = [words["Chọn desk, post hoặc electronic."]];
        var one = procedure is null ? null : given.Case is null ? procedure.Cases[0] : procedure.Cases.FirstOrDefault(item => item.Key == given.Case);
        if (procedure is not null && one is null) errors["case"] = [words["Thủ tục không có trường hợp này."]];
        var applicant = given.Applicant ?? new();
        CheckApplicant(applicant, errors);
        if (procedure is not null) CheckAnswers(procedure.Form, given.Answers ?? [], today, errors);
        if (one is not null) CheckPapers(one, given.Papers ?? [], errors);
        if (errors.Count > 0) return (null, errors);
        return (new()
        {
            Version = procedure!.Id,
            CaseKey = one!.Key,
            Agency = agency!.Id,
            Channel = Channel.Online,
            Applicant = new(
                applicant.Kind, applicant.Name!.Trim(), applicant.NationalId, applicant.BirthDate, applicant.Phone, applicant.Email, applicant.Address,
                applicant.OrganizationName, applicant.TaxCode, applicant.Representative, account),
            Answers = given.Answers ?? [],
            Papers = [.. (given.Papers ?? []).Select(paper => new SubmittedPaper(paper.Key!, one.Papers.First(item => item.Key == paper.Key).Name, paper.Form, paper.Count))],
            ResultBy = resultBy,
        }, errors);
    }

    private void CheckApplicant(NewApplicant applicant, Dictionary<string, string[]> errors)
    {
        if (string.IsNullOrWhiteSpace(applicant.Name)) errors["applicant.name"] = [words["Nhập họ và tên người đề nghị."]];
        if (!Enum.IsDefined(applicant.Kind)) errors["applicant.kind"] = [words["Chọn loại người đề nghị."]];
        if (applicant.NationalId is { } id && !FieldChecks.IsNationalId(id)) errors["applicant.nationalId"] = [words[FieldChecks.NationalIdAdvice]];
        if (applicant.Email is { } email && !FieldChecks.IsEmail(email)) errors["applicant.email"] = [words[FieldChecks.EmailAdvice]];
        if (applicant.Phone is { } phone && !FieldChecks.IsPhone(phone)) errors["applicant.phone"] = [words[FieldChecks.PhoneAdvice]];
        foreach (var (name, text) in new (string, string?)[]
        {
            ("name", applicant.Name), ("address", applicant.Address), ("organizationName", applicant.OrganizationName),
            ("taxCode", applicant.TaxCode), ("representative", applicant.Representative),
        })
        {
            if (text?.Length > ShortText) errors["applicant." + name] = [words["Viết tối đa {0} ký tự.", ShortText]];
        }
    }

    private void CheckAnswers(ProcedureForm form, Dictionary<string, string> answers, LocalDate today, Dictionary<string, string[]> errors)
    {
        var fields = form.Sections.SelectMany(section => section.Fields).ToDictionary(field => field.Key, StringComparer.Ordinal);
        foreach (var key in answers.Keys.Where(key => !fields.ContainsKey(key))) errors["answers." + key] = [words["Biểu mẫu không có trường này."]];
        foreach (var field in fields.Values)
        {
            var answer = answers.GetValueOrDefault(field.Key)?.Trim() ?? "";
            if (FieldChecks.Of(field, answer, today) is var (sentence, values)) errors["answers." + field.Key] = [words[sentence, values]];
        }
    }

    private void CheckPapers(ProcedureCase one, List<NewPaper> papers, Dictionary<string, string[]> errors)
    {
        for (var i = 0; i < papers.Count; i++)
        {
            if (!one.Papers.Any(paper => paper.Key == papers[i].Key)) errors[$"papers[{i}].key"] = [words["Trường hợp này không có giấy tờ có khóa đó."]];
            if (papers[i].Count is < 1 or > 1000) errors[$"papers[{i}].count"] = [words["Số lượng từ 1 đến 1.000."]];
            if (!Enum.IsDefined(papers[i].Form)) errors[$"papers[{i}].form"] = [words["Chọn original, copy, digital hoặc reused."]];
        }
    }
}
