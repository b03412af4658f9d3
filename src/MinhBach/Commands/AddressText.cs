using Microsoft.AspNetCore.Http;
using MinhBach.Shell;

namespace MinhBach.Commands;

/// <summary>Reads --urls before anything is opened.</summary>
internal static class AddressText
{
    public static string? Check(Words words, string text)
    {
        foreach (var url in text.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            if (!IsAddress(url)) return words["--urls: “{0}” không phải địa chỉ, ví dụ đúng: http://127.0.0.1:5080.", url];
        }

        return null;
    }

    public static bool IsAddress(string url)
    {
        try
        {
            var address = BindingAddress.Parse(url);
            return address.Scheme is "http" or "https" && address.Port is > 0 and <= 65535;
        }
        catch (FormatException)
        {
            return false;
        }
    }
}
