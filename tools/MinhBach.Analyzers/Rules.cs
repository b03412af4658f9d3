using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace MinhBach.Analyzers;

/// <summary>The sentences of the map, each saying what to do.</summary>
internal static class Rules
{
    public static readonly DiagnosticDescriptor Internal = Rule(
        "MB0001",
        "Internal of another module",
        "'{0}' is internal to {1}: ask {1} through its public face, or make this a public promise of {1}, with a summary");

    public static readonly DiagnosticDescriptor Upward = Rule(
        "MB0002",
        "Use against the map",
        "{1} may not use '{0}' of {2}: {3}");

    public static readonly DiagnosticDescriptor Unlisted = Rule(
        "MB0003",
        "Module that is not on the map",
        "'{0}' is not in modules.txt: add it below every module that it uses, or move the file into its module");

    public static readonly DiagnosticDescriptor Deep = Rule(
        "MB0004",
        "File too deep",
        "'{0}' lies deeper than Module/Slice/File: move it up, or make the folder a slice of its own");

    public static readonly ImmutableArray<DiagnosticDescriptor> All = [Internal, Upward, Unlisted, Deep];

    private static DiagnosticDescriptor Rule(string id, string title, string message) =>
        new(id, title, message, "Map", DiagnosticSeverity.Error, isEnabledByDefault: true);
}
