namespace MinhBach.TransparencyLog;

/// <summary>What a witness remembers: of each log the checkpoint that it cosigned last.</summary>
public interface IWitnessStore
{
    /// <summary>What was cosigned last; null if nothing ever was.</summary>
    /// <param name="origin">The log's name.</param>
    SignedNote? Find(string origin);

    /// <summary>
    /// Replaces what was cosigned last, durably and in one step: two requests at once must not both succeed from the same old one.
    /// </summary>
    /// <param name="origin">The log's name.</param>
    /// <param name="old">What has to be there still; null for nothing.</param>
    /// <param name="next">What is there from now on: the checkpoint with the log's signature and the witness's.</param>
    /// <returns>False if something else is there meanwhile; nothing was changed then.</returns>
    bool TryReplace(string origin, SignedNote? old, SignedNote next);
}
