using MinhBach.Notifications;
using MinhBach.Shell;
using NodaTime;

namespace MinhBach.Monitoring.Reminders;

/// <summary>A reminder as a letter, in Vietnamese: the dossier's code and the step, nothing of its applicant.</summary>
internal static class ReminderMail
{
    public static (string Subject, string Body) OfStep(ReminderRow row, string? code, MailOutbox mail) => code is null
        ? (Subject: "Nhắc việc", Written(Said(row), mail.Link("/nhac-viec"), mail))
        : (Subject: $"Nhắc việc: hồ sơ {code}", Written($"Hồ sơ {code}. {Said(row)}", mail.Link("/ho-so/" + code), mail));

    public static (string Subject, string Body) OfWeek(ReminderRow row, MailOutbox mail) =>
        ("Nhắc việc đầu tuần", Written(Said(row), mail.Link("/theo-doi/canh-bao"), mail));

    private static string Said(ReminderRow row)
    {
        var (sentence, values) = ReminderText.Of(row, Moment);
        return string.Format(VietnameseFormats.Culture, sentence, values);
    }

    private static string Moment(Instant at) => $"{VietnameseFormats.Time(VietnameseFormats.Local(at).TimeOfDay)} ngày {VietnameseFormats.Date(VietnameseFormats.Local(at).Date)}";

    private static string Written(string said, string link, MailOutbox mail) => $"""
        {said}

        Xem: {link}

        Thư này do hệ thống gửi, không trả lời. Chọn thư muốn nhận: {mail.Link("/tai-khoan/thu")}

        """;
}
