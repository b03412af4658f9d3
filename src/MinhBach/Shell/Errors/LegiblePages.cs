using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;

namespace MinhBach.Shell;

/// <summary>
/// Before any page runs: its form can be read, and it has a handler for what is asked. Without the second a page would
/// be drawn with nothing loaded when somebody posts to it.
/// </summary>
internal sealed class LegiblePages : IAsyncPageFilter, IOrderedFilter
{
    // Before the page's own filters.
    public int Order => -1000;

    public Task OnPageHandlerSelectionAsync(PageHandlerSelectedContext context) => Task.CompletedTask;

    public async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        var request = context.HttpContext.Request;
        if (context.HandlerInstance is ErrorModel)
        {
            await next();
            return;
        }

        // Nothing has an empty code, and a page would be given null for it.
        if (context.RouteData.Values.Values.Any(value => value is string text && string.IsNullOrWhiteSpace(text)))
        {
            context.Result = new NotFoundResult();
            return;
        }

        if (context.HandlerMethod is null && !HttpMethods.IsGet(request.Method) && !HttpMethods.IsHead(request.Method))
        {
            context.Result = new StatusCodeResult(StatusCodes.Status405MethodNotAllowed);
            return;
        }

        if (request.HasFormContentType)
        {
            if (await ReadAsync(request) is not { } form)
            {
                context.Result = new BadRequestResult();
                return;
            }

            foreach (var (name, values) in form)
            {
                IllegibleText.Refuse("…", name);
                foreach (var value in values) IllegibleText.Refuse(name, value);
            }
        }

        await next();
    }

    // Null when it is no form at all or is cut off; what is too long says so itself.
    private static async Task<IFormCollection?> ReadAsync(HttpRequest request)
    {
        try
        {
            return await request.ReadFormAsync(request.HttpContext.RequestAborted);
        }
        catch (Exception broken) when (broken is InvalidDataException or IOException and not BadHttpRequestException)
        {
            return null;
        }
    }
}
