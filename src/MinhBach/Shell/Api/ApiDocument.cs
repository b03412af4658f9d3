using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace MinhBach.Shell;

/// <summary>The head of the OpenAPI document, in the reader's language.</summary>
internal sealed class ApiDocument(Words words) : IOpenApiDocumentTransformer
{
    public const string Name = "v1";

    public const string Token = "token";

    public Task TransformAsync(OpenApiDocument document, OpenApiDocumentTransformerContext context, CancellationToken cancellationToken)
    {
        document.Info = new()
        {
            Title = "Minh Bạch API",
            Version = Name,
            Description = words["Mọi việc làm được trên trang đều làm được qua API. Lỗi theo RFC 9457 (application/problem+json) với mã ổn định trong trường code; phiên bản của hồ sơ trong ETag, gửi lại trong If-Match; danh sách dài đi tiếp bằng after."],
            License = new() { Name = "Apache 2.0" },
        };
        // Where it is read from is where it is called.
        document.Servers = [new() { Url = "/" }];
        document.Components ??= new();
        document.Components.SecuritySchemes ??= new Dictionary<string, IOpenApiSecurityScheme>(StringComparer.Ordinal);
        document.Components.SecuritySchemes[Token] = new OpenApiSecurityScheme
        {
            Type = SecuritySchemeType.Http,
            Scheme = "bearer",
            Description = words["Mã truy cập tạo ở trang Tài khoản, gửi trong tiêu đề Authorization: Bearer."],
        };
        return Task.CompletedTask;
    }
}
