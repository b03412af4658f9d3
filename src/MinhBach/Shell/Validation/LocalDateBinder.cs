using Microsoft.AspNetCore.Mvc.ModelBinding;
using NodaTime;

namespace MinhBach.Shell;

/// <summary>Binds a date written dd/MM/yyyy (or ISO, as scripts and links write it) to a <see cref="LocalDate"/>.</summary>
internal sealed class LocalDateBinder(Words words) : IModelBinder
{
    public Task BindModelAsync(ModelBindingContext bindingContext)
    {
        var posted = bindingContext.ValueProvider.GetValue(bindingContext.ModelName);
        if (posted == ValueProviderResult.None)
            return Task.CompletedTask;
        bindingContext.ModelState.SetModelValue(bindingContext.ModelName, posted);
        var text = posted.FirstValue;
        if (string.IsNullOrWhiteSpace(text))
        {
            // A date left blank is bound, to nothing: what is not bound would leave the form neither right nor wrong.
            if (bindingContext.ModelMetadata.IsReferenceOrNullableType) bindingContext.Result = ModelBindingResult.Success(null);
        }
        else if (VietnameseFormats.ReadDate(text) is { } date)
            bindingContext.Result = ModelBindingResult.Success(date);
        else
            bindingContext.ModelState.TryAddModelError(bindingContext.ModelName, words["Nhập ngày theo dạng ngày/tháng/năm, ví dụ 02/09/2026."]);
        return Task.CompletedTask;
    }
}

internal sealed class LocalDateBinderProvider(Words words) : IModelBinderProvider
{
    public IModelBinder? GetBinder(ModelBinderProviderContext context) =>
        context.Metadata.UnderlyingOrModelType == typeof(LocalDate) ? new LocalDateBinder(words) : null;
}
