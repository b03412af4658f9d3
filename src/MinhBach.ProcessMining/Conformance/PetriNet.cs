using System.Collections.Immutable;

namespace MinhBach.ProcessMining;

/// <summary>A transition of a Petri net.</summary>
/// <param name="NodeId">The node of the model that it stands for; null where it only routes.</param>
/// <param name="Activity">The activity that a log shows when it fires; null if it is invisible.</param>
/// <param name="Inputs">The places that it takes a token from, each once.</param>
/// <param name="Outputs">The places that it puts a token into.</param>
public sealed record PetriTransition(string? NodeId, string? Activity, ImmutableArray<int> Inputs, ImmutableArray<int> Outputs);

/// <summary>A Petri net that begins with one token in one place and is done with one token in one place and none elsewhere.</summary>
public sealed class PetriNet
{
    /// <summary>A net of these transitions.</summary>
    /// <param name="places">How many places there are; they are numbered from 0.</param>
    /// <param name="initial">The place that holds the token at the beginning.</param>
    /// <param name="final">The place that holds the only token at the end.</param>
    /// <param name="transitions">The transitions.</param>
    /// <exception cref="ArgumentException">A place does not exist, or a transition takes twice from one.</exception>
    public PetriNet(int places, int initial, int final, IEnumerable<PetriTransition> transitions)
    {
        (Places, Initial, Final, Transitions) = (places, initial, final, [.. transitions]);
        foreach (var place in Transitions.SelectMany(transition => transition.Inputs.Concat(transition.Outputs)).Append(initial).Append(final))
        {
            if ((uint)place >= (uint)places)
                throw new ArgumentException($"There is no place {place}: the net has {places}.", nameof(transitions));
        }
        if (Transitions.FirstOrDefault(transition => transition.Inputs.Distinct().Count() < transition.Inputs.Length) is { } twice)
            throw new ArgumentException($"The transition {twice.Activity ?? twice.NodeId} takes twice from one place.", nameof(transitions));
    }

    /// <summary>How many places there are.</summary>
    public int Places { get; }

    /// <summary>The place that holds the token at the beginning.</summary>
    public int Initial { get; }

    /// <summary>The place that holds the only token at the end.</summary>
    public int Final { get; }

    /// <summary>The transitions.</summary>
    public ImmutableArray<PetriTransition> Transitions { get; }

    /// <summary>The activities that the net can show.</summary>
    public IEnumerable<string> Activities => Transitions.Select(transition => transition.Activity).OfType<string>().Distinct(StringComparer.Ordinal);
}
