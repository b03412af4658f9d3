using System.Globalization;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using MinhBach.Shell;
using NodaTime;

namespace MinhBach.Tests.Shell;

public sealed class LocalDateBinderTests
{
    [Theory]
    [InlineData("02/09/2026", "2026-09-02", true)]
    [InlineData("2026-09-02", "2026-09-02", true)]
    [InlineData("31/02/2026", null, false)]
    // Left blank is an answer too; a form was refused without a word when it was taken for none.
    [InlineData("", null, true)]
    [InlineData("  ", null, true)]
    public async Task A_date_that_may_be_left_out_is_bound(string posted, string? expected, bool isValid)
    {
        var metadata = new EmptyModelMetadataProvider().GetMetadataForType(typeof(LocalDate?));
        var context = new DefaultModelBindingContext
        {
            ModelMetadata = metadata,
            ModelName = "BirthDate",
            ModelState = new ModelStateDictionary(),
            ValueProvider = new FormValueProvider(
                BindingSource.Form, new Microsoft.AspNetCore.Http.FormCollection(new() { ["BirthDate"] = posted }), CultureInfo.InvariantCulture),
        };

        await new LocalDateBinder(new Words()).BindModelAsync(context);

        Assert.Equal(isValid, context.ModelState.ErrorCount == 0);
        Assert.Equal(isValid, context.Result.IsModelSet);
        Assert.Equal(expected, ((LocalDate?)context.Result.Model)?.ToString("uuuu-MM-dd", CultureInfo.InvariantCulture));
    }
}
