namespace MinhBach.ProcessMining;

/// <summary>A Petri net made of a model, and what of the model could not be brought over.</summary>
/// <param name="Net">The net; null if there are problems.</param>
/// <param name="Problems">What is not supported, in the order of the file.</param>
public sealed record PetriNetConversion(PetriNet? Net, IReadOnlyList<ConversionProblem> Problems);

/// <summary>Something in a model that has no counterpart in the net.</summary>
/// <param name="NodeId">The element's id; empty for the whole file.</param>
/// <param name="Element">The element's name in BPMN.</param>
/// <param name="Message">What is wrong, in plain words.</param>
public sealed record ConversionProblem(string NodeId, string Element, string Message);
