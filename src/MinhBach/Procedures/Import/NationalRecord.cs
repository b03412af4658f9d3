using System.Text.Json.Serialization;

namespace MinhBach.Procedures.Import;

/// <summary>One line of the national portal's detail export: every field is text as the page shows it.</summary>
internal sealed record NationalRecord
{
    [JsonPropertyName("ma_thu_tuc")] public string? Code { get; init; }
    [JsonPropertyName("ten_thu_tuc")] public string? Name { get; init; }
    [JsonPropertyName("so_quyet_dinh")] public string? Decision { get; init; }
    [JsonPropertyName("cap_thuc_hien")] public string? Levels { get; init; }
    [JsonPropertyName("loai_thu_tuc")] public string? Kind { get; init; }
    [JsonPropertyName("linh_vuc")] public string? Field { get; init; }
    [JsonPropertyName("doi_tuong_thuc_hien")] public string? Audiences { get; init; }
    [JsonPropertyName("co_quan_co_tham_quyen")] public string? CompetentAuthority { get; init; }
    [JsonPropertyName("dia_chi_tiep_nhan")] public string? ReceivingAddress { get; init; }
    [JsonPropertyName("co_quan_duoc_uy_quyen")] public string? DelegatedAuthority { get; init; }
    [JsonPropertyName("co_quan_phoi_hop")] public string? CoordinatingAgencies { get; init; }
    [JsonPropertyName("thu_tuc_lien_quan")] public string? Related { get; init; }
    [JsonPropertyName("trinh_tu_thuc_hien")] public string? Sequence { get; init; }
    [JsonPropertyName("cach_thuc_thuc_hien")] public string? Channels { get; init; }
    [JsonPropertyName("thanh_phan_ho_so")] public string? Papers { get; init; }
    [JsonPropertyName("can_cu_phap_ly")] public string? LegalBases { get; init; }
    [JsonPropertyName("co_quan_thuc_hien")] public string? ProcessingAuthority { get; init; }
    [JsonPropertyName("yeu_cau_dieu_kien")] public string? Requirements { get; init; }
    [JsonPropertyName("ket_qua_xu_ly")] public string? Results { get; init; }
}
