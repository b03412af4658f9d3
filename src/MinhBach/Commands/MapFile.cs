using MinhBach.Mining.Mapping;
using MinhBach.Shell;

namespace MinhBach.Commands;

/// <summary>Reads --map before anything is opened.</summary>
internal static class MapFile
{
    public static LogMap Read(Words words, string path)
    {
        if (Directory.Exists(path)) throw new FormatException(words["“{0}” là một thư mục, không phải tệp.", path]);
        using var file = File.OpenRead(path);
        return LogMapFile.Read(file);
    }
}
