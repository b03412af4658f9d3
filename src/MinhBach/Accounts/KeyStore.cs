using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using MinhBach.Kernel;

namespace MinhBach.Accounts;

/// <summary>
/// Where the keys live that sign cookies and forms, so that a restart signs nobody out: on SQLite under the data folder, for
/// its owner's eyes alone; on PostgreSQL in the database, because a person's next request may meet another node.
/// </summary>
internal sealed class KeyStore(CityDatabase database, IServiceScopeFactory scopes, ILoggerFactory logs) : IConfigureOptions<KeyManagementOptions>
{
    public void Configure(KeyManagementOptions options) =>
        options.XmlRepository = database.Kind == DatabaseKind.Sqlite ? Folder() : new KeyTable(scopes);

    private FileSystemXmlRepository Folder()
    {
        var folder = new DirectoryInfo(Path.Combine(database.DataFolder, "keys"));
        if (OperatingSystem.IsWindows()) folder.Create();
        else Directory.CreateDirectory(folder.FullName, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        return new(folder, logs);
    }

    private sealed class KeyTable(IServiceScopeFactory scopes) : IXmlRepository
    {
        public IReadOnlyCollection<XElement> GetAllElements()
        {
            using var scope = scopes.CreateScope();
            return [.. scope.ServiceProvider.GetRequiredService<CityDb>().Set<KeyRow>().Select(row => row.Xml).AsEnumerable().Select(xml => XElement.Parse(xml))];
        }

        public void StoreElement(XElement element, string friendlyName)
        {
            using var scope = scopes.CreateScope();
            scope.ServiceProvider.GetRequiredService<CityDb>().Database.ExecuteSql(
                $"INSERT INTO accounts_key (name, xml) VALUES ({friendlyName}, {element.ToString(SaveOptions.DisableFormatting)}) ON CONFLICT (name) DO NOTHING");
        }
    }
}
