using MinhBach.Procedures;

namespace MinhBach.Monitoring;

/// <summary>How a dossier was handed in, as form 07 tells it apart.</summary>
internal enum Way : byte
{
    /// <summary>Online, to the end (toàn trình).</summary>
    FullyOnline,

    /// <summary>Online, in part (một phần).</summary>
    PartlyOnline,

    /// <summary>By public post.</summary>
    Post,

    /// <summary>At the desk.</summary>
    Direct,
}

internal static class Ways
{
    /// <summary>By the channel, and how far the procedure went online then.</summary>
    public static Way Of(Channel channel, OnlineLevel level) => channel switch
    {
        Channel.Online when level is OnlineLevel.Full or OnlineLevel.Level4 => Way.FullyOnline,
        Channel.Online => Way.PartlyOnline,
        Channel.Post => Way.Post,
        _ => Way.Direct,
    };
}
