using MinhBach;

var settings = new ConfigurationBuilder().AddCommandLine(args).Build();
var defaults = new CityOptions();
await using var app = City.Build(new CityOptions
{
    DataFolder = settings["data"] ?? defaults.DataFolder,
    Database = settings["database"],
    Urls = settings["urls"] ?? defaults.Urls,
    Demo = settings["demo"] is not "false",
});
await app.PrepareAsync();
await app.RunAsync();
