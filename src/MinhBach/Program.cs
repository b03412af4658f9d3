var app = WebApplication.CreateBuilder(args).Build();
app.MapGet("/", () => "MinhBach");
app.Run();
