namespace MinhBach.Operations;

/// <summary>Keeping the city: copies of it, and getting it back.</summary>
public static class OperationsModule
{
    /// <summary>Adds the back-up.</summary>
    public static IServiceCollection AddOperations(this IServiceCollection services) => services.AddSingleton<BackUpCity>();
}
