using System.Globalization;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace MinhBach.Shell;

/// <summary>Says each operation in the reader's language, with the answers that every endpoint may give.</summary>
internal sealed class ApiOperations(Words words) : IOpenApiOperationTransformer
{
    public Task TransformAsync(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellationToken)
    {
        operation.Summary = Say(operation.Summary);
        operation.Description = Say(operation.Description);
        operation.OperationId ??= Id(context.Description.HttpMethod, context.Description.RelativePath);
        foreach (var parameter in operation.Parameters ?? []) parameter.Description = Say(parameter.Description);
        operation.Responses ??= [];
        operation.Responses.TryAdd("400", new OpenApiResponse());
        operation.Responses.TryAdd("429", new OpenApiResponse());
        var metadata = context.Description.ActionDescriptor.EndpointMetadata;
        if (metadata.OfType<IAuthorizeData>().Any())
        {
            operation.Responses.TryAdd("401", new OpenApiResponse());
            operation.Security = [new() { [new OpenApiSecuritySchemeReference(ApiDocument.Token, context.Document)] = [] }];
        }

        foreach (var (status, response) in operation.Responses)
        {
            if (response is OpenApiResponse own) own.Description = Meaning(status);
        }

        return Task.CompletedTask;
    }

    private string? Say(string? sentence) => string.IsNullOrEmpty(sentence) ? sentence : words[sentence];

    private string Meaning(string status) => status switch
    {
        "200" => words["Được."],
        "201" => words["Đã tạo; địa chỉ trong Location."],
        "400" => words["Dữ liệu gửi lên sai; errors nói trường nào."],
        "401" => words["Chưa đăng nhập, hoặc mã truy cập không dùng được."],
        "403" => words["Không có quyền."],
        "404" => words["Không có."],
        "409" => words["Quy định không cho phép lúc này; code nói vì sao."],
        "412" => words["Hồ sơ đã thay đổi so với If-Match."],
        "429" => words["Gọi quá nhiều; thử lại sau số giây trong Retry-After."],
        "503" => words["Hệ thống đang bận; thử lại sau số giây trong Retry-After."],
        _ => status,
    };

    // POST api/v1/dossiers/{code}/receive is postDossiersCodeReceive.
    private static string Id(string? method, string? path) => (method ?? "get").ToLowerInvariant() + string.Concat(
        (path ?? "").Replace("api/v1/", "", StringComparison.Ordinal).Split(['/', '{', '}', '-', ':'], StringSplitOptions.RemoveEmptyEntries)
            .Select(part => CultureInfo.InvariantCulture.TextInfo.ToTitleCase(part)));
}
