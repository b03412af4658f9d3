using System.Text.RegularExpressions;

namespace MinhBach.EndToEnd;

/// <summary>The addresses of all pages, as the source gives them: a new page cannot be forgotten.</summary>
internal static partial class PageTemplates
{
    /// <summary>Every <c>@page</c> of the program, for example <c>/tra-cuu/{code}</c>, the more exact ones first.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        .. Directory.EnumerateFiles(RunningCity.Project, "*.cshtml", SearchOption.AllDirectories)
            .Select(file => PageLine().Match(File.ReadLines(file).FirstOrDefault() ?? ""))
            .Where(match => match.Success).Select(match => match.Groups["template"].Value)
            .OrderByDescending(template => Gap().Replace(template, "").Length).ThenBy(template => template, StringComparer.Ordinal),
    ];

    /// <summary>The template of an address, if a page has it.</summary>
    public static string? Of(string path) => All.FirstOrDefault(template => Regex.IsMatch(path, Pattern(template), RegexOptions.IgnoreCase));

    private static string Pattern(string template) =>
        "^" + Gap().Replace(template, gap => gap.Value.Contains(":int", StringComparison.Ordinal) || gap.Value.Contains(":long", StringComparison.Ordinal) ? @"\d+" : "[^/]+") + "$";

    [GeneratedRegex(@"^\s*@page\s+""(?<template>[^""]+)""", RegexOptions.None, 1000)]
    private static partial Regex PageLine();

    [GeneratedRegex(@"\{[^}]+\}", RegexOptions.None, 1000)]
    private static partial Regex Gap();
}
