using System.Text.Json;
using MinhBach.Kernel;
using MinhBach.Shell;

namespace MinhBach.Transparency;

/// <summary>What the page and the file have in common: the form, its keys and its words. Only the script answers it.</summary>
internal static class CheckForm
{
    /// <summary>HTML, the same for everybody.</summary>
    /// <param name="words">In the language of the request.</param>
    /// <param name="keys">Those that the city makes known.</param>
    /// <param name="isPage">Whether the page serves it, which keeps itself for when there is no network.</param>
    public static string Html(Words words, ILogKeys keys, bool isPage) => $"""
        <div id="ket-qua"></div>
        <div id="kiem-chung-khong-chay">
          <p class="govuk-body">{words["Trang này tính toán ngay trong trình duyệt, nên cần một trình duyệt từ năm 2020 trở lại đây, cho phép chạy JavaScript."]}</p>
          <p class="govuk-body">{words["Không có trình duyệt như vậy, hãy dùng lệnh minhbach log verify, hoặc tự viết chương trình: tệp theo dạng mở c2sp.org/tlog-proof, mô tả trong docs/log-proofs.md của mã nguồn."]}</p>
        </div>
        <form id="kiem-chung" novalidate="novalidate" hidden="hidden">
          <div class="govuk-form-group">
            <label class="govuk-label govuk-label--m" for="tep">{words["Tệp bằng chứng hoặc tệp lịch sử"]}</label>
            <div id="tep-hint" class="govuk-hint">{words["Tệp không được gửi đi đâu: chỉ máy của bạn đọc nó."]}</div>
            <input class="govuk-file-upload" type="file" id="tep" aria-describedby="tep-hint" />
          </div>
          <div class="govuk-form-group">
            <label class="govuk-label govuk-label--m" for="dan">{words["Hoặc dán nội dung"]}</label>
            <div id="dan-hint" class="govuk-hint">{words["Địa chỉ đọc được từ mã QR trên giấy tiếp nhận, hoặc nội dung của tệp. Quét mã QR bằng máy ảnh của điện thoại thì trang này mở ra và kiểm chứng ngay."]}</div>
            <textarea class="govuk-textarea" id="dan" rows="4" spellcheck="false" autocomplete="off" aria-describedby="dan-hint"></textarea>
          </div>
          <button type="submit" class="govuk-button">{words["Kiểm chứng"]}</button>
          <details class="govuk-details" id="khoa-muc">
            <summary class="govuk-details__summary"><span class="govuk-details__summary-text">{words["Khóa mà bạn tin"]}</span></summary>
            <div class="govuk-details__text">
              <p class="govuk-body" id="khoa-dang-dung" role="status"></p>
              {KnownWitnesses(words, keys)}
              <div class="govuk-form-group">
                <label class="govuk-label" for="khoa">{words["Khóa của nhật ký và của các nhân chứng, mỗi dòng một khóa"]}</label>
                <div id="khoa-hint" class="govuk-hint">{words["So với khóa được công bố ở nơi khác mà bạn tin. Khóa bạn dán được giữ trong trình duyệt này."]}</div>
                <textarea class="govuk-textarea" id="khoa" rows="4" spellcheck="false" autocomplete="off" aria-describedby="khoa-hint"></textarea>
              </div>
              <div class="govuk-form-group">
                <label class="govuk-label" for="chinh-sach">{words["Chính sách nhân chứng (không bắt buộc)"]}</label>
                <div id="chinh-sach-hint" class="govuk-hint">{words["Ai là nhân chứng và cần bao nhiêu chữ ký của họ, theo dạng mở c2sp.org/tlog-policy. Để trống thì trang này không xét đã đủ nhân chứng hay chưa."]}{(keys.Policy is null ? "" : " " + words["Chính sách điền sẵn là của thành phố; ai không tin thành phố thì lấy chính sách từ nơi khác mà mình tin."])}</div>
                <textarea class="govuk-textarea" id="chinh-sach" rows="5" spellcheck="false" autocomplete="off" aria-describedby="chinh-sach-hint"></textarea>
              </div>
              <div class="govuk-button-group">
                <button type="button" class="govuk-button govuk-button--secondary" id="khoa-dung">{words["Dùng khóa và chính sách này"]}</button>
                <button type="button" class="govuk-button govuk-button--secondary" id="khoa-bo">{words["Trở lại những gì đi kèm trang"]}</button>
              </div>
            </div>
          </details>
        </form>
        <script type="application/json" id="kiem-chung-du-lieu">{Data(words, keys, isPage)}</script>
        """;

    private static string KnownWitnesses(Words words, ILogKeys keys) => keys.Witnesses.Count == 0 ? "" : $"""
        <p class="govuk-body">{words["Nhân chứng mà thành phố nêu:"]}</p>
        <ul class="govuk-list govuk-list--bullet">{string.Concat(keys.Witnesses.Select(witness => $"<li>{System.Net.WebUtility.HtmlEncode(witness.Name)}: {System.Net.WebUtility.HtmlEncode(witness.Key.Split('+')[0])}</li>"))}</ul>
        """;

    // The options' encoder leaves no character in it that could end the element.
    private static string Data(Words words, ILogKeys keys, bool isPage) => JsonSerializer.Serialize(
        new
        {
            Words = CheckWords.Of(words),
            Logs = keys.LogKeys,
            Witnesses = keys.Witnesses.Select(witness => witness.Key),
            keys.Policy,
            Path = CheckAddress.Page,
            CheckAddress.Offline,
            Worker = isPage ? CheckAddress.Worker : null,
        },
        KernelJson.Options);
}
