namespace MinhBach.Shell;

/// <summary>One thing to choose in mb-select, mb-radios or mb-checkboxes.</summary>
public sealed record Choice(string Value, string Text, string? Hint = null);
