using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.Extensions.Options;
using MinhBach.Kernel;

namespace MinhBach.Accounts;

/// <summary>Keys that sign cookies and forms live under the data folder, for the owner's eyes alone, so that a restart signs nobody out.</summary>
internal sealed class KeyFolder(CityDatabase database, ILoggerFactory logs) : IConfigureOptions<KeyManagementOptions>
{
    public void Configure(KeyManagementOptions options)
    {
        var folder = new DirectoryInfo(Path.Combine(database.DataFolder, "keys"));
        if (OperatingSystem.IsWindows()) folder.Create();
        else Directory.CreateDirectory(folder.FullName, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        options.XmlRepository = new FileSystemXmlRepository(folder, logs);
    }
}
