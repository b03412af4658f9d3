namespace MinhBach.ProcessMining;

/// <summary>The moments of an activity's life that matter to the measures (XES standard lifecycle; all others are <see cref="Other"/>).</summary>
public enum LogLifecycle : byte
{
    /// <summary>It was completed; also when the log does not say.</summary>
    Complete,

    /// <summary>It was begun.</summary>
    Start,

    /// <summary>Any other moment: scheduled, suspended, resumed, withdrawn …</summary>
    Other,
}
